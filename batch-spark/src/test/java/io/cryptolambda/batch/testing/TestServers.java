package io.cryptolambda.batch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Real servers, each started when it is first asked for and shared by all tests of this JVM. */
public final class TestServers {
    /** Keys of the S3 server, which listens on loopback only. */
    public static final String ACCESS_KEY = "crypto-lambda";

    public static final String SECRET_KEY = "loopback-only";
    public static final String BUCKET = "crypto-lambda";

    private static final Path FOLDER = folder();

    private TestServers() {}

    /** Elasticsearch's base address. */
    public static URI elasticsearch() {
        return Elasticsearch.ADDRESS;
    }

    /** Kafka's bootstrap servers; topics are the tests' business. */
    public static String kafka() {
        return Kafka.ADDRESS;
    }

    /** Address of an S3 server that has {@link #BUCKET}. */
    public static String s3() {
        return S3.ADDRESS;
    }

    private static final class Elasticsearch {
        static final URI ADDRESS = start();

        private static URI start() {
            int port = ServerProcess.freePort();
            new ServerProcess(FOLDER.resolve("elasticsearch.log"))
                    .start(
                            "local/elasticsearch",
                            List.of("-Xmx512m"),
                            List.of(
                                    "io.cryptolambda.local.elasticsearch.ElasticsearchMain",
                                    "--port=" + port,
                                    "--transport-port=" + ServerProcess.freePort(),
                                    "--data-dir=" + FOLDER.resolve("elasticsearch")),
                            port);
            return URI.create("http://127.0.0.1:" + port);
        }
    }

    private static final class Kafka {
        static final String ADDRESS = start();

        private static String start() {
            int port = ServerProcess.freePort();
            int controller = ServerProcess.freePort();
            String address = "127.0.0.1:" + port;
            Path configuration = write(
                    "kafka.properties",
                    "process.roles=broker,controller",
                    "node.id=1",
                    "controller.quorum.voters=1@127.0.0.1:" + controller,
                    "listeners=BROKER://" + address + ",CONTROLLER://127.0.0.1:" + controller,
                    "advertised.listeners=BROKER://" + address,
                    "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "inter.broker.listener.name=BROKER",
                    "controller.listener.names=CONTROLLER",
                    "log.dirs=" + FOLDER.resolve("kafka"),
                    "auto.create.topics.enable=false",
                    "offsets.topic.num.partitions=2",
                    "offsets.topic.replication.factor=1",
                    "transaction.state.log.num.partitions=2",
                    "transaction.state.log.replication.factor=1",
                    "transaction.state.log.min.isr=1",
                    "share.coordinator.state.topic.replication.factor=1",
                    "share.coordinator.state.topic.min.isr=1",
                    "log.cleaner.dedupe.buffer.size=16777216");
            List<String> flags = List.of(
                    "-Xmx512m", "-Dlog4j2.configurationFile=" + ServerProcess.ROOT.resolve("local/kafka/log4j2.xml"));
            ServerProcess server = new ServerProcess(FOLDER.resolve("kafka.log"));
            List<String> format = List.of(
                    "kafka.tools.StorageTool",
                    "format",
                    "--cluster-id",
                    "Y3J5cHRvLWxhbWJkYS1hMQ",
                    "--config",
                    configuration.toString());
            if (server.run("local/kafka", flags, format).onExit().join().exitValue() != 0) {
                throw new IllegalStateException("Kafka's folder could not be formatted, see " + FOLDER);
            }
            server.start("local/kafka", flags, List.of("kafka.Kafka", configuration.toString()), port);
            return address;
        }
    }

    private static final class S3 {
        static final String ADDRESS = start();

        private static String start() {
            int port = ServerProcess.freePort();
            String address = "http://127.0.0.1:" + port;
            Path objects = FOLDER.resolve("objects");
            try {
                Files.createDirectories(objects);
                // A bucket whose folder everybody can read would be a public one.
                Files.createDirectories(
                        objects.resolve(BUCKET),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Path configuration = write(
                    "s3proxy.properties",
                    "s3proxy.endpoint=" + address,
                    "s3proxy.authorization=aws-v2-or-v4",
                    "s3proxy.identity=" + ACCESS_KEY,
                    "s3proxy.credential=" + SECRET_KEY,
                    "jclouds.provider=filesystem-nio2",
                    "jclouds.filesystem.basedir=" + objects);
            new ServerProcess(FOLDER.resolve("s3.log"))
                    .start(
                            "local/s3",
                            List.of(
                                    "-Xmx192m",
                                    "-Dlogback.configurationFile="
                                            + ServerProcess.ROOT.resolve("local/s3/logback.xml")),
                            List.of("org.gaul.s3proxy.Main", "--properties", configuration.toString()),
                            port);
            return address;
        }
    }

    private static Path write(String name, String... lines) {
        try {
            return Files.write(FOLDER.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "servers")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
