package io.cryptolambda.speed.flink;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.core.config.ElasticsearchOptions;
import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.core.config.KafkaOptions;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The job's options; each is an environment variable of the job manager too, {@code --kafka} as {@code LAMBDA_KAFKA}. */
@Command(
        name = "speed-flink",
        description = "Candles with features to bars and indicators, to Elasticsearch and Kafka.",
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SpeedOptions {
    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    ElasticsearchOptions elasticsearch = new ElasticsearchOptions();

    @Option(
            names = "--horizon",
            description = "How far behind its symbol's newest candle a candle is still applied.",
            defaultValue = "24h",
            converter = DurationConverter.class)
    Duration horizon;

    @Option(
            names = "--checkpoint-interval",
            description = "Time between checkpoints.",
            defaultValue = "5s",
            converter = DurationConverter.class)
    Duration checkpointInterval;

    @Option(names = "--state-backend", description = "One of: ${COMPLETION-CANDIDATES}.", defaultValue = "rocksdb")
    StateBackend stateBackend;

    @Option(names = "--parallelism", description = "Subtasks of each operator; 0: what the cluster or the call says.")
    int parallelism;

    /** Where keyed state is kept. The constants are the option's values and Flink's names. */
    enum StateBackend {
        rocksdb,
        hashmap
    }

    /**
     * Reads the program arguments. It runs inside the job manager, so it neither prints nor exits.
     *
     * @throws IllegalArgumentException naming the option and what it accepts; for {@code --help}, with the usage text
     */
    public static SpeedOptions parse(String... arguments) {
        SpeedOptions options = new SpeedOptions();
        CommandLine command = new CommandLine(options);
        try {
            CommandLine.ParseResult parsed = command.parseArgs(arguments);
            if (parsed.isUsageHelpRequested()) {
                throw new IllegalArgumentException(command.getUsageMessage());
            }
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        options.validate();
        return options;
    }

    private void validate() {
        require(!horizon.isZero(), "--horizon must be above 0");
        require(!checkpointInterval.isZero(), "--checkpoint-interval must be above 0");
        require(parallelism >= 0, "--parallelism must not be negative");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
