package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.core.config.KafkaOptions;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The program's options; each is an environment variable too. */
final class StreamsOptions {
    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--state-dir", required = true, description = "Directory of the RocksDB state.")
    Path stateDirectory;

    @Option(
            names = "--horizon",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "How far behind a symbol's newest candle one is still taken (${DEFAULT-VALUE}).")
    Duration horizon;

    @Option(
            names = "--generation",
            defaultValue = "1",
            description = "Generation of the raw topic, raised when it is made anew (${DEFAULT-VALUE}).")
    void setGeneration(int generation) {
        if (generation < KnowledgePosition.FIRST_GENERATION || generation > KnowledgePosition.LAST_GENERATION) {
            throw new TypeConversionException(
                    "must be " + KnowledgePosition.FIRST_GENERATION + " to " + KnowledgePosition.LAST_GENERATION);
        }
        this.generation = generation;
    }

    int generation;

    @Option(
            names = "--commit-interval",
            defaultValue = "100ms",
            converter = DurationConverter.class,
            description = "Time between transactions of live records: results are seen after it (${DEFAULT-VALUE}).")
    Duration commitInterval;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads (${DEFAULT-VALUE}).")
    int threads;

    @Option(
            names = "--standby-replicas",
            defaultValue = "0",
            description = "Copies of the state on other instances (${DEFAULT-VALUE}).")
    int standbyReplicas;

    @Option(
            names = "--ready-lag",
            defaultValue = "50000",
            description = "Raw records this instance may be behind while /health/ready says yes (${DEFAULT-VALUE}).")
    void setReadyLag(long records) {
        if (records < 0) {
            throw new TypeConversionException("must not be negative");
        }
        this.readyLag = records;
    }

    long readyLag;

    @Option(
            names = "--instance-id",
            description = "Name that stays the same over restarts, for a static group member; none by default.")
    String instanceId;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address that --metrics-port is served on, 0.0.0.0 in a container (${DEFAULT-VALUE}).")
    String host;

    @Option(
            names = "--metrics-port",
            defaultValue = "9111",
            description = "Port of /health/live, /health/ready, /metrics, /status (${DEFAULT-VALUE}).")
    int metricsPort;
}
