package io.cryptolambda.speed.flink;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.contrib.streaming.state.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The settings that belong to the job whatever cluster it runs on; where checkpoints lie is the cluster's business. */
public final class JobEnvironment {
    // Fixed for good: state can be rescaled only up to it, and only while it stays the same.
    private static final int MAX_PARALLELISM = 128;

    private JobEnvironment() {}

    static StreamExecutionEnvironment create(SpeedOptions options) {
        return create(options, new Configuration());
    }

    /**
     * The environment of a job.
     *
     * @param cluster settings that a cluster has of its own, for where there is none
     */
    public static StreamExecutionEnvironment create(SpeedOptions options, Configuration cluster) {
        Configuration configuration = configuration(options);
        configuration.addAll(cluster);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setMaxParallelism(MAX_PARALLELISM);
        env.setBufferTimeout(5);
        if (options.parallelism > 0) {
            env.setParallelism(options.parallelism);
        }
        return env;
    }

    static Configuration configuration(SpeedOptions options) {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, options.stateBackend.name());
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        // Everything that flows is immutable: no operator needs a copy of its own.
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // An arena, an eighth of it, must be small beside a slot's memory: at the default of 64 MB RocksDB flushes a
        // file every few records where slots are small.
        configuration.set(RocksDBConfigurableOptions.WRITE_BUFFER_SIZE, MemorySize.ofMebiBytes(4));
        checkpoints(configuration, options.checkpointInterval);
        restarts(configuration);
        return configuration;
    }

    private static void checkpoints(Configuration configuration, Duration interval) {
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // Under backpressure a barrier that waits behind the records for so long overtakes them.
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
        configuration.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, Duration.ofSeconds(2));
        // While Elasticsearch is away no checkpoint can complete; each fails after the timeout and the job waits.
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(2));
    }

    private static void restarts(Configuration configuration) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(5));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(5));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    }
}
