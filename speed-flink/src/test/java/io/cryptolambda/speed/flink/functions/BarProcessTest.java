package io.cryptolambda.speed.flink.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.NaiveBars;
import io.cryptolambda.speed.flink.NaiveSeeds;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarProcessTest {
    private static final Duration HORIZON = Duration.ofHours(4);

    // Not incremental: a harness has no coordinator that knows the files of the checkpoint before.
    static List<StateBackend> backends() {
        return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(false));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void shouldGoOnAfterARestoreAsIfNeverStopped(StateBackend backend) throws Exception {
        List<EnrichedCandle> log = interleaved();
        Map<String, EnrichedBar> documents = new HashMap<>();
        OperatorSubtaskState snapshot = null;
        for (List<EnrichedCandle> part :
                List.of(log.subList(0, 700), log.subList(700, 1_000), log.subList(1_000, 2_400))) {
            try (Harness harness = new Harness(backend)) {
                harness.open(snapshot);
                for (EnrichedCandle record : part) {
                    harness.processElement1(new StreamRecord<>(record));
                }
                harness.extractOutputValues().forEach(bar -> documents.put(NaiveBars.key(bar), bar));
                snapshot = harness.snapshot(1, 1);
            }
        }

        Map<String, EnrichedBar> expected = new HashMap<>();
        for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
            expected.putAll(NaiveBars.of(log.stream()
                    .filter(record -> record.candle().symbol().equals(symbol))
                    .toList()));
        }
        assertThat(documents).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void shouldKeepTheFoundationOfSeedsOverARestore(StateBackend backend) throws Exception {
        List<EnrichedCandle> log = CandleLog.of(23, "BTCUSDT", 2_000, 240, 4, false);
        long k = log.get(985).asOf();
        List<BarSeeds> seeds = NaiveSeeds.of(NaiveBars.candles(log), k, "run");
        Map<String, EnrichedBar> documents = new HashMap<>();
        OperatorSubtaskState snapshot;
        try (Harness harness = new Harness(backend)) {
            harness.open(null);
            for (EnrichedCandle record : log.subList(500, 1_000)) {
                harness.processElement1(new StreamRecord<>(record));
            }
            for (BarSeeds of : seeds.subList(0, 3)) {
                harness.processElement2(new StreamRecord<>(of));
            }
            snapshot = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(backend)) {
            harness.open(snapshot);
            for (BarSeeds of : seeds.subList(3, 5)) {
                harness.processElement2(new StreamRecord<>(of));
            }
            for (EnrichedCandle record : log.subList(1_000, log.size())) {
                harness.processElement1(new StreamRecord<>(record));
            }
            harness.extractOutputValues().forEach(bar -> documents.put(NaiveBars.key(bar), bar));
        }

        Map<String, EnrichedBar> expected = NaiveBars.of(NaiveBars.candles(log), 3);
        expected.values().removeIf(bar -> bar.asOf() < k);
        assertThat(documents).containsAllEntriesOf(expected);
    }

    @Test
    void shouldPassLateCandlesOnUnchanged() throws Exception {
        List<EnrichedCandle> log = interleaved();
        try (Harness harness = new Harness(new HashMapStateBackend())) {
            harness.open(null);
            for (EnrichedCandle record : log) {
                harness.processElement1(new StreamRecord<>(record));
            }

            assertThat(harness.getSideOutput(BarProcess.LATE))
                    .extracting(StreamRecord::getValue)
                    .containsExactlyElementsOf(
                            log.stream().filter(EnrichedCandle::late).toList());
        }
    }

    /** 400 bars of each interval and those of the horizon, packed: some 1,200 entries after 8 days, whatever came before. */
    @Test
    void shouldKeepItsStateSmall() throws Exception {
        List<EnrichedCandle> log = CandleLog.of(24, "BTCUSDT", 12_000, 240, 4, false);
        try (Harness harness = new Harness(new HashMapStateBackend())) {
            harness.open(null);
            for (EnrichedCandle record : log) {
                harness.processElement1(new StreamRecord<>(record));
            }
            long bytes = harness.snapshot(1, 1).getManagedKeyedState().stream()
                    .mapToLong(StateObject::getStateSize)
                    .sum();

            assertThat(bytes).isBetween(50_000L, 200_000L);
        }
    }

    @Test
    void shouldSetNoTimer() throws Exception {
        try (Harness harness = new Harness(new HashMapStateBackend())) {
            harness.open(null);
            for (EnrichedCandle record : interleaved()) {
                harness.processElement1(new StreamRecord<>(record));
            }

            assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers())
                    .isZero();
        }
    }

    private static List<EnrichedCandle> interleaved() {
        List<EnrichedCandle> bitcoin = CandleLog.of(21, "BTCUSDT", 1_200, 240, 4, true);
        List<EnrichedCandle> ether = CandleLog.of(22, "ETHUSDT", 1_200, 240, 4, true);
        List<EnrichedCandle> log = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            log.add(bitcoin.get(i));
            log.add(ether.get(i));
        }
        return log;
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<String, EnrichedCandle, BarSeeds, EnrichedBar> {
        Harness(StateBackend backend) throws Exception {
            super(new BarOperator(HORIZON), candle -> candle.candle().symbol(), BarSeeds::symbol, Types.STRING);
            setStateBackend(backend);
            getExecutionConfig().getSerializerConfig().setGenericTypes(false);
            setup(RecordTypes.BAR.createSerializer(getExecutionConfig().getSerializerConfig()));
        }

        void open(OperatorSubtaskState snapshot) throws Exception {
            if (snapshot != null) {
                initializeState(snapshot);
            }
            open();
        }
    }
}
