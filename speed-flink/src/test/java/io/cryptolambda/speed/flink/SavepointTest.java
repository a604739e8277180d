package io.cryptolambda.speed.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.BarSeedsJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade in the middle of a log: stopped with a savepoint, changed, and restored with another parallelism. */
class SavepointTest {
    private static final int START = 300;
    private static final int SEEDED = 500;
    private static final int LENGTH = 1_100;

    /** Records before the upgrade: the seeds are among them. */
    private static final int HELD_FROM = 500;

    private static final CompletableFuture<Void> UPGRADED = new CompletableFuture<>();
    private static final Map<String, EnrichedBar> BARS = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @Test
    void shouldGoOnAfterAnUpgradeThatAddsAnOperatorAndChangesTheParallelism() throws Exception {
        List<EnrichedCandle> log = CandleLog.of(41, "BTCUSDT", LENGTH, 240, 4, false);
        long k = log.get(SEEDED).asOf();
        List<KafkaValue> values = values(log, NaiveSeeds.of(NaiveBars.candles(log), k, "run"));
        MiniClusterConfiguration cluster = new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(3)
                .setConfiguration(configuration())
                .build();
        try (MiniCluster flink = new MiniCluster(cluster)) {
            flink.start();
            JobGraph before = job(values, 2, false);
            flink.submitJob(before).get();
            await().atMost(Duration.ofSeconds(60)).until(() -> BARS.size() > 100);
            String savepoint = flink.stopWithSavepoint(
                            before.getJobID(),
                            folder.resolve("savepoints").toUri().toString(),
                            false,
                            SavepointFormatType.CANONICAL)
                    .get();
            UPGRADED.complete(null);
            assertThat(BARS.values())
                    .noneMatch(bar -> bar.asOf() == log.get(LENGTH - 1).asOf());

            JobGraph after = job(values, 3, true);
            after.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint, false));
            flink.submitJob(after).get();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> flink.getJobStatus(after.getJobID()).get() == JobStatus.FINISHED);
        }

        Map<String, EnrichedBar> expected = NaiveBars.of(NaiveBars.candles(log), 3);
        expected.values().removeIf(bar -> bar.asOf() < k);
        assertThat(BARS).containsAllEntriesOf(expected);
    }

    private JobGraph job(List<KafkaValue> values, int parallelism, boolean changed) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration());
        env.setMaxParallelism(128);
        DataStream<KafkaValue> log = env.fromSource(
                        new DataGeneratorSource<>(
                                new Replay(values), values.size(), readers -> new HeldLog(), RecordTypes.KAFKA_VALUE),
                        WatermarkStrategy.noWatermarks(),
                        "log")
                .setParallelism(1)
                .uid("log");
        SpeedGraph.defineWorkflow(of(log, "features"), of(log, "seeds"), Duration.ofHours(4), ends(changed));
        return env.getStreamGraph().getJobGraph();
    }

    /** The records of one topic, in their order. */
    private static DataStream<KafkaValue> of(DataStream<KafkaValue> log, String topic) {
        return log.filter(value -> value.topic().equals(topic))
                .setParallelism(1)
                .uid(topic)
                .keyBy(KafkaValue::topic, Types.STRING);
    }

    private static SpeedGraph.Ends ends(boolean changed) {
        return new SpeedGraph.Ends(
                documents -> {},
                bars -> (changed ? bars.filter(bar -> true).uid("added").name("added") : bars)
                        .sinkTo(new Collecting<>(bar -> BARS.merge(
                                NaiveBars.key(bar), bar, (old, next) -> old.asOf() > next.asOf() ? old : next)))
                        .uid("bars-sink"),
                late -> {},
                letters -> {});
    }

    private Configuration configuration() {
        Configuration configuration =
                JobEnvironment.configuration(SpeedOptions.parse("--checkpoint-interval", "1s", "--horizon", "4h"));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        return configuration;
    }

    /** The log from the job's start on, the seeds of the run somewhere among it. */
    private static List<KafkaValue> values(List<EnrichedCandle> log, List<BarSeeds> seeds) {
        List<KafkaValue> values = new ArrayList<>();
        for (int i = START; i < log.size(); i++) {
            values.add(value("features", i, EnrichedCandleJson.write(log.get(i))));
            if (i >= SEEDED + 5 && i < SEEDED + 5 + seeds.size()) {
                values.add(value("seeds", i, BarSeedsJson.write(seeds.get(i - SEEDED - 5))));
            }
        }
        return values;
    }

    private static KafkaValue value(String topic, int offset, byte[] json) {
        return new KafkaValue(topic, 0, offset, "BTCUSDT".getBytes(StandardCharsets.UTF_8), json);
    }

    /** Ends the log in the middle until the job was upgraded. */
    private static final class HeldLog implements RateLimiter {
        private int records;

        @Override
        public CompletionStage<Void> acquire() {
            records++;
            return records <= HELD_FROM ? CompletableFuture.completedFuture(null) : UPGRADED;
        }
    }
}
