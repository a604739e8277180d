package io.cryptolambda.speed.kstreams.candles;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.oracle.NaiveOracle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SymbolCandlesTest {
    private static final long BEGINNING = KnowledgePosition.of(1, 0);
    private static final int PARTITION = 3;
    private static final int HORIZON_MINUTES = 100;
    private static final Duration HORIZON = Duration.ofMinutes(HORIZON_MINUTES);

    private final MapSymbolStore store = new MapSymbolStore();
    private SymbolCandles candles = new SymbolCandles(store, PARTITION, HORIZON);
    private long stretchFrom = BEGINNING;
    private long next = BEGINNING;

    @Test
    void shouldEmitOneDocumentForEachCandleInOrder() {
        Applied first = apply(candle(0, "100"));
        Applied second = apply(candle(1, "110"));

        assertThat(first.outcome()).isEqualTo(Outcome.NEW);
        assertThat(second.outcome()).isEqualTo(Outcome.NEW);
        EnrichedCandle document = only(second);
        assertThat(document.candle()).isEqualTo(candle(1, "110"));
        assertThat(document.features().get(Feature.LOG_RETURN_1)).isEqualTo(StrictMath.log(1.1));
        assertThat(document.candlePosition()).isEqualTo(BEGINNING + 1);
        assertThat(document.asOf()).isEqualTo(BEGINNING + 1);
        assertThat(document.asOfTime()).isEqualTo(appendTime(BEGINNING + 1));
        assertThat(document.partition()).isEqualTo(PARTITION);
        assertThat(document.complete()).isTrue();
        assertThat(document.late()).isFalse();
    }

    @Test
    void shouldDropDuplicatesAndKeepThePositionOfTheFirst() {
        apply(candle(0, "100"));
        Applied again = apply(candle(0, "100"));
        Applied other = apply(candle(0, "101"));
        Applied back = apply(candle(0, "100"));
        Applied repeated = apply(candle(0, "100"));

        assertThat(List.of(again.outcome(), other.outcome(), back.outcome(), repeated.outcome()))
                .containsExactly(Outcome.DUPLICATE, Outcome.REVISED, Outcome.REVISED, Outcome.DUPLICATE);
        assertThat(again.emissions()).isEmpty();
        assertThat(repeated.emissions()).isEmpty();
        assertThat(only(other).asOf()).isEqualTo(BEGINNING + 2);
        assertThat(only(back).candlePosition()).isEqualTo(BEGINNING + 3);
        assertThat(store.candle(START).position()).isEqualTo(BEGINNING + 3);
    }

    @Test
    void shouldEmitAgainWhatHasARevisedCandleInItsLookback() {
        minutes(0, 90).forEach(this::apply);

        Applied revised = apply(candle(10, "200"));

        assertThat(revised.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(openMinutes(revised)).containsExactlyElementsOf(range(10, 71));
        assertThat(revised.emissions()).allMatch(document -> document.asOf() == BEGINNING + 90);
        assertThat(revised.emissions().get(0).candlePosition()).isEqualTo(BEGINNING + 90);
        assertThat(revised.emissions().get(1).candlePosition()).isEqualTo(BEGINNING + 11);
    }

    @Test
    void shouldTakeACandleAtTheHorizonAndEmitAgainWhatFollowsIt() {
        apply(candle(0, "100"));
        apply(candle(2, "102"));
        apply(candle(1 + HORIZON_MINUTES, "103"));

        Applied filled = apply(candle(1, "101"));

        assertThat(filled.outcome()).isEqualTo(Outcome.NEW);
        assertThat(openMinutes(filled)).containsExactly(1L, 2L, 1L + HORIZON_MINUTES);
        assertThat(filled.emissions().get(1).features().gapMinutes()).isZero();
        assertThat(filled.emissions()).allMatch(EnrichedCandle::complete);
    }

    @Test
    void shouldPassOnACandleBeyondTheHorizonWithoutFeatures() {
        apply(candle(1, "100"));
        apply(candle(1 + HORIZON_MINUTES, "103"));

        Applied late = apply(candle(0, "99"));
        Applied again = apply(candle(0, "99"));

        assertThat(late.outcome()).isEqualTo(Outcome.LATE);
        assertThat(again.outcome()).isEqualTo(Outcome.LATE);
        assertThat(only(late).late()).isTrue();
        assertThat(only(late).features()).isNull();
        assertThat(only(late).complete()).isFalse();
        assertThat(only(late).asOf()).isEqualTo(BEGINNING + 2);
        assertThat(only(again).asOf()).isEqualTo(BEGINNING + 3);
        assertThat(store.candle(START)).isNull();
    }

    @Test
    void shouldNotClaimCompletenessOverALateCandleUntilItIsOutOfTheLookback() {
        apply(candle(0, "100"));
        apply(candle(10 + HORIZON_MINUTES, "103"));
        apply(candle(5, "99"));

        List<EnrichedCandle> documents = minutes(11 + HORIZON_MINUTES, 62).stream()
                .map(next -> only(apply(next)))
                .toList();

        // The lookback of the 60th is the first that begins after the candle that was passed by.
        assertThat(documents.subList(0, 59)).noneMatch(EnrichedCandle::complete);
        assertThat(documents.subList(59, 62)).allMatch(EnrichedCandle::complete);
    }

    @Test
    void shouldBeCompleteFromTheSixtyFirstCandleWhereTheLogDoesNotReachTheBeginning() {
        stretchFrom = next = BEGINNING + 5_000;

        List<EnrichedCandle> documents =
                minutes(0, 62).stream().map(one -> only(apply(one))).toList();

        assertThat(documents.get(59).complete()).isFalse();
        assertThat(documents.get(60).complete()).isTrue();
        assertThat(documents.get(61).complete()).isTrue();
    }

    @Test
    void shouldNotClaimCompletenessAcrossAHoleInTheLog() {
        minutes(0, 70).forEach(this::apply);
        stretchFrom = next = next + 10;

        List<EnrichedCandle> documents =
                minutes(80, 62).stream().map(one -> only(apply(one))).toList();

        assertThat(documents.subList(0, 60)).noneMatch(EnrichedCandle::complete);
        assertThat(documents.subList(60, 62)).allMatch(EnrichedCandle::complete);
    }

    @Test
    void shouldKeepTheHorizonAndSixtyOneCandlesBeforeIt() {
        minutes(0, 500).forEach(this::apply);

        assertThat(store.candles)
                .hasSizeBetween(HORIZON_MINUTES + 1 + 61, HORIZON_MINUTES + 1 + 61 + SymbolCandles.PRUNE_STRIDE - 1);
        assertThat(store.candles.firstKey()).isLessThanOrEqualTo(START + (499 - HORIZON_MINUTES - 61) * 60_000L);
    }

    @Test
    void shouldNotClaimCompletenessForWhatALongerHorizonLetsInAfterPruning() {
        minutes(0, 500).forEach(this::apply);
        candles = new SymbolCandles(store, PARTITION, Duration.ofDays(1));

        Applied reread = apply(candle(100, "100"));

        assertThat(reread.emissions()).hasSize(61).noneMatch(EnrichedCandle::complete);
    }

    @Test
    void shouldEndWithWhatTheDefinitionGivesWhateverTheOrderAndWhereverItIsRestarted() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<LoggedCandle> log = SeededLog.of(random, "BTCUSDT", 300 + random.nextInt(400), HORIZON_MINUTES);
            MapSymbolStore state = new MapSymbolStore();
            SymbolCandles symbol = new SymbolCandles(state, PARTITION, HORIZON);
            TreeMap<Long, EnrichedCandle> documents = new TreeMap<>();
            for (LoggedCandle logged : log) {
                if (random.nextInt(100) == 0) {
                    symbol = new SymbolCandles(state, PARTITION, HORIZON);
                }
                keep(documents, symbol.apply(logged, BEGINNING));
            }

            assertThat(documents.values())
                    .as("seed %d", seed)
                    .usingElementComparator((a, b) -> asIfComplete(a).equals(asIfComplete(b)) ? 0 : 1)
                    .containsExactlyElementsOf(expected(log));
        }
    }

    private Applied apply(Candle candle) {
        long position = next++;
        return candles.apply(new LoggedCandle(candle, position, appendTime(position)), stretchFrom);
    }

    private static void keep(TreeMap<Long, EnrichedCandle> documents, Applied applied) {
        long before = -1;
        for (EnrichedCandle emission : applied.emissions()) {
            assertThat(emission.candle().openTime()).isGreaterThan(before);
            before = emission.candle().openTime();
            if (!emission.late()) {
                documents.put(before, emission);
            }
        }
    }

    /** What the definitions make of the records within the horizon. */
    private static List<EnrichedCandle> expected(List<LoggedCandle> log) {
        List<io.cryptolambda.oracle.LoggedCandle> inTime = new ArrayList<>();
        long newest = 0;
        for (LoggedCandle logged : log) {
            long openTime = logged.candle().openTime();
            newest = Math.max(newest, openTime);
            if (openTime >= newest - HORIZON.toMillis()) {
                inTime.add(new io.cryptolambda.oracle.LoggedCandle(
                        logged.candle(), logged.position(), logged.appendTime()));
            }
        }
        return new NaiveOracle(inTime, PARTITION).candles().toList();
    }

    private static EnrichedCandle asIfComplete(EnrichedCandle document) {
        return new EnrichedCandle(
                document.candle(),
                document.features(),
                document.candlePosition(),
                document.asOf(),
                document.asOfTime(),
                document.partition(),
                true,
                document.late());
    }

    private static EnrichedCandle only(Applied applied) {
        assertThat(applied.emissions()).hasSize(1);
        return applied.emissions().get(0);
    }

    private static long appendTime(long position) {
        return 1_000_000 + KnowledgePosition.offset(position);
    }

    private static List<Candle> minutes(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(minute -> candle(minute, Long.toString(100 + minute % 7)))
                .toList();
    }

    private static List<Long> openMinutes(Applied applied) {
        return applied.emissions().stream()
                .map(document -> (document.candle().openTime() - START) / 60_000)
                .toList();
    }

    private static List<Long> range(long from, long end) {
        List<Long> range = new ArrayList<>();
        LongStream.range(from, end).forEach(range::add);
        return range;
    }
}
