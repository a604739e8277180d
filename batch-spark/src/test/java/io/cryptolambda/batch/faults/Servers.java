package io.cryptolambda.batch.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Real Kafka, Elasticsearch and S3, started once for all tests of this JVM and ended with it. */
final class Servers {
    static final String BUCKET = "crypto-lambda";
    private static final Servers SHARED = new Servers();

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final int kafka = Jvm.freePort();
    private final int s3 = Jvm.freePort();
    private final int elasticsearch;
    private final int secondElasticsearch;

    private Servers() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "servers")
                    .toAbsolutePath();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> processes.forEach(Process::destroyForcibly), "stop-servers"));
            startKafka();
            startS3();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        elasticsearch = startElasticsearch("one");
        secondElasticsearch = startElasticsearch("two");
    }

    static Servers shared() {
        return SHARED;
    }

    String kafka() {
        return "127.0.0.1:" + kafka;
    }

    String s3() {
        return "http://127.0.0.1:" + s3;
    }

    int s3Port() {
        return s3;
    }

    URI elasticsearch() {
        return URI.create("http://127.0.0.1:" + elasticsearch);
    }

    /** Another one, for results that nobody serves. */
    URI secondElasticsearch() {
        return URI.create("http://127.0.0.1:" + secondElasticsearch);
    }

    /** The folder in which the S3 server keeps a key of the bucket, or what lies below it. */
    Path objects(String key) {
        return folder.resolve("objects").resolve(BUCKET).resolve(key);
    }

    static Map<String, String> credentials() {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "crypto-lambda",
                "AWS_SECRET_ACCESS_KEY",
                "loopback-only",
                "AWS_REGION",
                "us-east-1");
    }

    private void startKafka() throws IOException {
        int controller = Jvm.freePort();
        Path log = Files.createDirectories(folder.resolve("kafka"));
        Path configuration = Files.write(
                folder.resolve("kafka.properties"),
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + controller,
                        "listeners=BROKER://" + kafka() + ",CONTROLLER://127.0.0.1:" + controller,
                        "advertised.listeners=BROKER://" + kafka(),
                        "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name=BROKER",
                        "controller.listener.names=CONTROLLER",
                        "log.dirs=" + log,
                        "auto.create.topics.enable=false",
                        "log.message.timestamp.type=LogAppendTime",
                        "offsets.topic.num.partitions=2",
                        "offsets.topic.replication.factor=1",
                        "transaction.state.log.num.partitions=2",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "share.coordinator.state.topic.replication.factor=1",
                        "share.coordinator.state.topic.min.isr=1",
                        "log.cleaner.dedupe.buffer.size=16777216"));
        List<String> flags = List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + Jvm.ROOT.resolve("local/kafka/log4j2.xml"));
        String classPath = Jvm.classPath("local/kafka");
        Path output = folder.resolve("kafka.log");
        List<String> format = List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                "Y3J5cHRvLWxhbWJkYS1hMQ",
                "--config",
                configuration.toString());
        int formatted = Jvm.start(output, Map.of(), flags, classPath, format)
                .onExit()
                .join()
                .exitValue();
        if (formatted != 0) {
            throw new IllegalStateException("Kafka's folder could not be formatted, see " + output);
        }
        await(
                Jvm.start(output, Map.of(), flags, classPath, List.of("kafka.Kafka", configuration.toString())),
                kafka,
                output);
    }

    private void startS3() throws IOException {
        Files.createDirectories(objects("").getParent());
        // A bucket whose folder everybody can read would be a public one.
        Files.createDirectories(
                objects(""), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path configuration = Files.write(
                folder.resolve("s3proxy.properties"),
                List.of(
                        "s3proxy.endpoint=" + s3(),
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + credentials().get("AWS_ACCESS_KEY_ID"),
                        "s3proxy.credential=" + credentials().get("AWS_SECRET_ACCESS_KEY"),
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + folder.resolve("objects")));
        Path output = folder.resolve("s3.log");
        List<String> flags = List.of(
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=" + Jvm.ROOT.resolve("local/s3/logback.xml"));
        List<String> main = List.of("org.gaul.s3proxy.Main", "--properties", configuration.toString());
        await(Jvm.start(output, Map.of(), flags, Jvm.classPath("local/s3"), main), s3, output);
    }

    private int startElasticsearch(String name) {
        int port = Jvm.freePort();
        Path output = folder.resolve("elasticsearch-" + name + ".log");
        List<String> main = List.of(
                "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                "--port",
                String.valueOf(port),
                "--transport-port",
                String.valueOf(Jvm.freePort()),
                "--data-dir",
                folder.resolve("elasticsearch-" + name).toString());
        String classPath =
                Jvm.ROOT.resolve("local/elasticsearch/target/classes") + ":" + Jvm.classPath("local/elasticsearch");
        await(Jvm.start(output, Map.of(), List.of("-Xmx512m", "-XX:+UseSerialGC"), classPath, main), port, output);
        return port;
    }

    private void await(Process process, int port, Path output) {
        processes.add(process);
        Jvm.awaitPort(process, port, output);
    }
}
