package io.cryptolambda.bench.log;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The broker that a benchmark starts for itself. */
public final class BrokerOptions {
    @Option(
            names = "--kafka-port",
            description = "Port of the broker that is started; up to two more are taken (default ${DEFAULT-VALUE}).")
    int port = 19_092;

    /**
     * A broker without data, not started yet.
     *
     * @param root of the project, which is built
     * @param work where its data goes, in a folder of its own
     * @throws IOException if the folder cannot be made
     */
    public KafkaBroker broker(Path root, Path work) throws IOException {
        return new KafkaBroker(root, work.resolve("kafka"), port);
    }

    /** A port for something beside the broker. */
    public int nextFreePort() {
        return port + 2;
    }
}
