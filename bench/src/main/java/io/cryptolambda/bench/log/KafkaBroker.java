package io.cryptolambda.bench.log;

import io.cryptolambda.bench.report.Ending;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One real Kafka node in KRaft mode, from the class path that {@code local/kafka} resolves. */
public final class KafkaBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "Y3J5cHRvLWxhbWJkYS1hMQ";
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final String classPath;
    private final Path log4j;
    private final int port;
    private Process process;

    /**
     * @param project root of the project, built
     * @param folder where its data goes
     * @param port the client port; the controller takes the one after it
     */
    public KafkaBroker(Path project, Path folder, int port) throws IOException {
        Path module = project.resolve("local/kafka");
        Path classPathFile = module.resolve("target/classpath");
        if (!Files.exists(classPathFile)) {
            throw new IOException("local/kafka is not built: " + classPathFile + " is missing");
        }
        this.classPath = Files.readString(classPathFile).strip();
        this.log4j = module.resolve("log4j2.xml");
        this.folder = folder;
        this.port = port;
    }

    /** Bootstrap servers. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Formats an empty log and starts the broker on it. */
    public KafkaBroker start() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("log"));
        Path properties = folder.resolve("server.properties");
        Files.write(properties, properties());
        Process format = java("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", properties.toString());
        if (format.waitFor() != 0) {
            throw new IOException("Kafka's folder could not be formatted; see " + folder.resolve("kafka.out"));
        }
        process = java("kafka.Kafka", properties.toString());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("Kafka did not start; see " + folder.resolve("kafka.out"));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    @Override
    public void close() {
        process.destroy();
        Ending.await(process);
    }

    private Process java(String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlog4j2.configurationFile=" + log4j,
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.out").toFile()))
                .start();
    }

    private List<String> properties() {
        String controller = "127.0.0.1:" + (port + 1);
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@" + controller,
                "listeners=BROKER://" + address() + ",CONTROLLER://" + controller,
                "advertised.listeners=BROKER://" + address(),
                "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name=BROKER",
                "controller.listener.names=CONTROLLER",
                "log.dirs=" + folder.resolve("log"),
                "auto.create.topics.enable=false",
                "log.message.timestamp.type=LogAppendTime",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                // As the one-machine stack has it.
                "add.partitions.to.txn.retry.backoff.ms=2");
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
