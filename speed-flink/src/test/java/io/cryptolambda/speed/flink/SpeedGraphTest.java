package io.cryptolambda.speed.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph in a cluster of this process, failing once after a checkpoint. */
class SpeedGraphTest {
    private static final Duration HORIZON = Duration.ofHours(4);
    private static final int LENGTH = 800;

    private static final Map<String, Document> DOCUMENTS = new ConcurrentHashMap<>();
    private static final Map<String, EnrichedBar> BARS = new ConcurrentHashMap<>();
    private static final Map<Long, EnrichedCandle> LATE = new ConcurrentHashMap<>();
    private static final Map<Long, DeadLetter> DEAD_LETTERS = new ConcurrentHashMap<>();

    @TempDir
    Path checkpoints;

    @BeforeEach
    void forgetTheLastRun() {
        List.of(DOCUMENTS, BARS, LATE, DEAD_LETTERS).forEach(Map::clear);
        FailOnceAfterCheckpoint.reset();
    }

    @Test
    void shouldGiveTheResultsOfAnUndisturbedRunAfterAFailure() throws Exception {
        List<EnrichedCandle> bitcoin = CandleLog.of(31, "BTCUSDT", LENGTH, 240, 4, true);
        List<EnrichedCandle> ether = CandleLog.of(32, "ETHUSDT", LENGTH, 240, 4, true);

        run(values(bitcoin, ether));

        assertThat(FailOnceAfterCheckpoint.hasFailed()).isTrue();
        Map<String, EnrichedBar> expectedBars = new HashMap<>(NaiveBars.of(bitcoin));
        expectedBars.putAll(NaiveBars.of(ether));
        assertThat(BARS).isEqualTo(expectedBars);
        assertThat(barDocuments()).isEqualTo(expectedBars);
        assertThat(candleDocuments()).isEqualTo(newestOfEach(bitcoin, ether));
        assertThat(LATE.values())
                .containsExactlyInAnyOrderElementsOf(both(bitcoin, ether).stream()
                        .filter(EnrichedCandle::late)
                        .toList());
        assertThat(DEAD_LETTERS).hasSize(2);
        assertThat(DEAD_LETTERS.get((long) LENGTH).error()).contains("close must be a decimal");
    }

    private void run(List<KafkaValue> values) throws Exception {
        Configuration configuration =
                JobEnvironment.configuration(SpeedOptions.parse("--checkpoint-interval", "50ms", "--horizon", "4h"));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        // The partitioner that stands in for Kafka's partitions is a custom one, and is not rescaled.
        configuration.set(CheckpointingOptions.FORCE_UNALIGNED, true);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        DataGeneratorSource<KafkaValue> source = new DataGeneratorSource<>(
                new Replay(values), values.size(), RateLimiterStrategy.perCheckpoint(400), RecordTypes.KAFKA_VALUE);
        DataStream<KafkaValue> features = env.fromSource(source, WatermarkStrategy.noWatermarks(), "features")
                .setParallelism(1)
                .map(new FailOnceAfterCheckpoint(values.size() * 3 / 4))
                .returns(RecordTypes.KAFKA_VALUE)
                .setParallelism(1)
                .partitionCustom((symbol, subtasks) -> symbol % subtasks, value -> (int) value.key()[0]);
        DataStream<KafkaValue> seeds = env.fromData(seeds(), RecordTypes.KAFKA_VALUE);
        SpeedGraph.defineWorkflow(features, seeds, HORIZON, collecting());
        env.execute();
    }

    /** A record that nobody can read. */
    private static List<KafkaValue> seeds() {
        return List.of(new KafkaValue("crypto_bars", 0, LENGTH + 1, new byte[0], new byte[] {'['}));
    }

    private static SpeedGraph.Ends collecting() {
        return new SpeedGraph.Ends(
                documents -> documents.sinkTo(new Collecting<>(document -> DOCUMENTS.merge(
                        document.id(), document, (old, next) -> old.asOf() > next.asOf() ? old : next))),
                bars -> bars.sinkTo(new Collecting<>(bar ->
                        BARS.merge(NaiveBars.key(bar), bar, (old, next) -> old.asOf() > next.asOf() ? old : next))),
                late -> late.sinkTo(new Collecting<>(candle ->
                        LATE.put(candle.asOf() * 31 + candle.candle().symbol().charAt(0), candle))),
                letters -> letters.sinkTo(new Collecting<>(
                        letter -> DEAD_LETTERS.put(letter.origin().offset(), letter))));
    }

    private static List<KafkaValue> values(List<EnrichedCandle> bitcoin, List<EnrichedCandle> ether) {
        List<KafkaValue> values = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            for (EnrichedCandle record : List.of(bitcoin.get(i), ether.get(i))) {
                values.add(value(values.size(), record.candle().symbol(), EnrichedCandleJson.write(record)));
            }
            if (values.size() == LENGTH) {
                values.add(value(LENGTH, "BTCUSDT", "{\"schema\":1,\"close\":42}".getBytes(StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    private static KafkaValue value(int offset, String symbol, byte[] json) {
        return new KafkaValue("crypto_features_1m", 0, offset, symbol.getBytes(StandardCharsets.UTF_8), json);
    }

    private static Map<String, EnrichedBar> barDocuments() throws Exception {
        Map<String, EnrichedBar> bars = new HashMap<>();
        for (Document document : DOCUMENTS.values()) {
            if (!document.id().contains("|1m|")) {
                EnrichedBar bar = EnrichedBarJson.read(document.json());
                bars.put(NaiveBars.key(bar), bar);
            }
        }
        return bars;
    }

    private static Map<String, EnrichedCandle> candleDocuments() throws Exception {
        Map<String, EnrichedCandle> candles = new HashMap<>();
        for (Document document : DOCUMENTS.values()) {
            if (document.id().contains("|1m|")) {
                candles.put(document.id(), EnrichedCandleJson.read(document.json()));
            }
        }
        return candles;
    }

    private static Map<String, EnrichedCandle> newestOfEach(List<EnrichedCandle> one, List<EnrichedCandle> other) {
        return both(one, other).stream()
                .filter(record -> !record.late())
                .collect(Collectors.toMap(
                        record -> record.candle().symbol() + "|" + Interval.ONE_MINUTE + "|"
                                + record.candle().openTime(),
                        record -> record,
                        (old, next) -> next));
    }

    private static List<EnrichedCandle> both(List<EnrichedCandle> one, List<EnrichedCandle> other) {
        List<EnrichedCandle> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
