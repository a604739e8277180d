package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Kafka node in KRaft mode, broker and controller in one. */
final class KafkaServer {
    private static final String MODULE = "local/kafka";
    // The same for every stack: a cluster id only has to agree with what is on its own disk.
    private static final String CLUSTER_ID = "Y3J5cHRvLWxhbWJkYS1hMQ";

    private final ProjectLayout project;
    private final DataDirectory data;
    private final Ports ports;
    private final Links links;

    KafkaServer(ProjectLayout project, DataDirectory data, Ports ports, Links links) {
        this.project = project;
        this.data = data;
        this.ports = ports;
        this.links = links;
    }

    ProcessSpec process() throws IOException {
        Path log4j = project.root().resolve(MODULE).resolve("log4j2.xml");
        return ProcessSpec.java(
                        "kafka",
                        Tier.STORAGE,
                        ports.kafka(),
                        HealthProbe.kafka(ports.kafka()),
                        Jvm.flags("512m", "-Xms128m", "-Dlog4j2.configurationFile=" + log4j),
                        project.classPath(MODULE),
                        "kafka.Kafka",
                        List.of(configuration().toString()))
                .preparedBy(this::prepare);
    }

    private Path configuration() {
        return data.resolve("kafka/server.properties");
    }

    private void prepare() throws IOException, StartFailure, InterruptedException {
        Path log = data.resolve("kafka/log");
        Files.createDirectories(log);
        Files.write(configuration(), properties(log));
        if (!Files.exists(log.resolve("meta.properties"))) {
            format();
        }
    }

    private List<String> properties(Path log) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + ports.kafkaController(),
                "listeners="
                        + joined(
                                Stream.of(
                                        "BROKER://" + ports.kafkaAddress(),
                                        "CONTROLLER://127.0.0.1:" + ports.kafkaController()),
                                links.kafkaListeners()),
                "advertised.listeners="
                        + joined(Stream.of("BROKER://" + ports.kafkaAddress()), links.kafkaAdvertised()),
                "listener.security.protocol.map="
                        + joined(Stream.of("BROKER:PLAINTEXT", "CONTROLLER:PLAINTEXT"), links.kafkaProtocols()),
                "inter.broker.listener.name=BROKER",
                "controller.listener.names=CONTROLLER",
                "log.dirs=" + log,
                // A topic is made from its definition in core, never by a typing error.
                "auto.create.topics.enable=false",
                "log.message.timestamp.type=LogAppendTime",
                "offsets.topic.num.partitions=8",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.num.partitions=8",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                // Transactions follow each other every 100 ms: the next begins once the markers of the last are
                // written.
                "add.partitions.to.txn.retry.backoff.ms=2",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                // Nobody else will join: do not wait for them.
                "group.initial.rebalance.delay.ms=0",
                // The default, 128 MB, is a quarter of this heap.
                "log.cleaner.dedupe.buffer.size=16777216");
    }

    private static String joined(Stream<String> own, Stream<String> more) {
        return Stream.concat(own, more).collect(Collectors.joining(","));
    }

    private void format() throws IOException, StartFailure, InterruptedException {
        Path output = Files.createDirectories(data.resolve("logs")).resolve("kafka-format.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        project.classPath(MODULE),
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        CLUSTER_ID,
                        "--config",
                        configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new StartFailure("kafka's data directory could not be formatted", output);
        }
    }
}
