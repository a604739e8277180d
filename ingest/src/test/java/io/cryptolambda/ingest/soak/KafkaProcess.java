package io.cryptolambda.ingest.soak;

import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker with our topics, in a process of its own. */
final class KafkaProcess implements AutoCloseable {
    private static final short REPLICAS = 1;

    private final Process process;
    private final String address;

    private KafkaProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static KafkaProcess start(Path folder, int partitions) throws Exception {
        int port = Jvm.freePort();
        int controller = Jvm.freePort();
        String address = "127.0.0.1:" + port;
        Path configuration = Files.write(
                folder.resolve("kafka.properties"),
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "controller.quorum.voters=1@127.0.0.1:" + controller,
                        "listeners=BROKER://" + address + ",CONTROLLER://127.0.0.1:" + controller,
                        "advertised.listeners=BROKER://" + address,
                        "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name=BROKER",
                        "controller.listener.names=CONTROLLER",
                        "log.dirs=" + folder.resolve("kafka"),
                        "auto.create.topics.enable=false",
                        "offsets.topic.replication.factor=1",
                        "log.cleaner.dedupe.buffer.size=16777216"));
        List<String> flags = List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + Jvm.ROOT.resolve("local/kafka/log4j2.xml"));
        String classPath = Jvm.classPath("local/kafka");
        Path log = folder.resolve("kafka.log");
        List<String> format = List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                "Y3J5cHRvLWxhbWJkYS1hMQ",
                "--config",
                configuration.toString());
        if (Jvm.start(log, flags, classPath, format).waitFor() != 0) {
            throw new IOException("Kafka's folder could not be formatted: " + Files.readString(log));
        }
        KafkaProcess kafka = new KafkaProcess(
                Jvm.start(log, flags, classPath, List.of("kafka.Kafka", configuration.toString())), address);
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(ExecutionException.class)
                .until(() -> {
                    kafka.createTopics(partitions);
                    return true;
                });
        return kafka;
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
    }

    private void createTopics(int partitions) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000);
        try (Admin admin = Admin.create(settings)) {
            List<NewTopic> wanted = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), partitions, REPLICAS).configs(topic.configuration()))
                    .toList();
            var known = admin.listTopics().names().get();
            admin.createTopics(wanted.stream()
                            .filter(topic -> !known.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** How long a process may take to end by itself. */
    static boolean ends(Process process, long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }
}
