package io.cryptolambda.core.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real broker without topics, in a process of its own. */
public final class KafkaServer implements AutoCloseable {
    private final Process process;
    private final String address;

    private KafkaServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder where it keeps its log and everything else */
    public static KafkaServer start(Path folder) {
        return start(folder, List.of(), List.of());
    }

    /**
     * @param more lines of its configuration, which win over what is there otherwise
     * @param formatting further arguments of the formatting of its folder
     */
    public static KafkaServer start(Path folder, List<String> more, List<String> formatting) {
        int port = Jvm.freePort();
        String address = "127.0.0.1:" + port;
        Path configuration = configuration(folder, address, "127.0.0.1:" + Jvm.freePort(), more);
        List<String> flags =
                List.of("-Xmx512m", "-Dlog4j2.configurationFile=" + Jvm.ROOT.resolve("local/kafka/log4j2.xml"));
        String classPath = Jvm.classPath("local/kafka");
        Path log = folder.resolve("kafka.log");
        List<String> format = new ArrayList<>(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                "Y3J5cHRvLWxhbWJkYS1hMQ",
                "--config",
                configuration.toString()));
        format.addAll(formatting);
        Process formatted = Jvm.start(log, Map.of(), Jvm.small(flags), classPath, format);
        if (formatted.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("Kafka's folder could not be formatted, see " + log);
        }
        List<String> main = List.of("kafka.Kafka", configuration.toString());
        return new KafkaServer(Jvm.startServer(port, log, flags, classPath, main), address);
    }

    /** Bootstrap servers. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Path configuration(Path folder, String address, String controller, List<String> more) {
        try {
            List<String> lines = new ArrayList<>(List.of(
                    "process.roles=broker,controller",
                    "node.id=1",
                    "controller.quorum.voters=1@" + controller,
                    "listeners=BROKER://" + address + ",CONTROLLER://" + controller,
                    "advertised.listeners=BROKER://" + address,
                    "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "inter.broker.listener.name=BROKER",
                    "controller.listener.names=CONTROLLER",
                    "log.dirs=" + folder.resolve("kafka"),
                    "auto.create.topics.enable=false",
                    "offsets.topic.num.partitions=2",
                    "offsets.topic.replication.factor=1",
                    "transaction.state.log.num.partitions=2",
                    "transaction.state.log.replication.factor=1",
                    "transaction.state.log.min.isr=1",
                    "share.coordinator.state.topic.replication.factor=1",
                    "share.coordinator.state.topic.min.isr=1",
                    "log.cleaner.dedupe.buffer.size=16777216"));
            lines.addAll(more);
            return Files.write(folder.resolve("kafka.properties"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
