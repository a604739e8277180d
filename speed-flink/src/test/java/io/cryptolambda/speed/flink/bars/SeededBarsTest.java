package io.cryptolambda.speed.flink.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.NaiveBars;
import io.cryptolambda.speed.flink.NaiveSeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds and candles of one symbol, in any order. */
class SeededBarsTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int LENGTH = 2_500;

    private final MapBarStore store = new MapBarStore();
    private final Map<String, EnrichedBar> documents = new HashMap<>();
    private SymbolBars bars = new SymbolBars(store, DAY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldEndInTheSameDocumentsWhateverTheOrderOfSeedsAndCandles(long seed) {
        Random random = new Random(seed);
        int last = LENGTH * 2 / 3 + random.nextInt(LENGTH / 4);
        int imported = LENGTH / 3 + random.nextInt(LENGTH / 4);
        SeededLog log = SeededLog.of(random, LENGTH).withoutLateFrom(last).importedBefore(imported);
        int start = random.nextBoolean() ? 0 : random.nextInt(LENGTH / 5);
        TreeMap<Integer, List<BarSeeds>> deliveries = new TreeMap<>();
        for (int run = 0; run < 3; run++) {
            int index = imported + random.nextInt(last - imported);
            deliver(deliveries, start + random.nextInt(log.records.size() - start), log.run(index, "run-" + run));
        }
        int latest = Math.min(log.records.size(), log.after(last, DAY.toMillis()));
        deliver(deliveries, start + random.nextInt(latest - start), log.run(last, "run-last"));

        play(log, start, deliveries, random);

        assertThat(deliveries.values().stream().mapToInt(List::size).sum()).isEqualTo(4 * 5);
        Map<String, EnrichedBar> expected = NaiveBars.of(log.knownTo(Long.MAX_VALUE), 3);
        assertServedFrom(log.k(last), expected, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58})
    void shouldBeCompleteWhereTheJobBeganInTheMiddleOfTheBarsThatSeedsEndIn(long seed) {
        Random random = new Random(seed);
        SeededLog log = SeededLog.of(random, LENGTH).inOrder();
        int length = log.records.size();
        int start = length / 3 + random.nextInt(length / 3);
        int last = start + 1 + random.nextInt(4);
        TreeMap<Integer, List<BarSeeds>> deliveries = new TreeMap<>();
        deliver(deliveries, Math.min(last + random.nextInt(20), length - 1), log.run(last, "run"));

        play(log, start, deliveries, random);

        assertServedFrom(log.k(last), NaiveBars.of(log.knownTo(Long.MAX_VALUE), 3), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116})
    void shouldNeverClaimCompletenessForAWrongDocument(long seed) {
        Random random = new Random(seed);
        SeededLog log = SeededLog.of(random, LENGTH);
        int length = log.records.size();
        int start = 100 + random.nextInt(length - 600);
        int span = random.nextBoolean() ? 40 : 400;
        TreeMap<Integer, List<BarSeeds>> deliveries = new TreeMap<>();
        for (int run = 0; run < 1 + random.nextInt(3); run++) {
            deliver(deliveries, start + random.nextInt(400), log.run(start - 20 + random.nextInt(span), "run-" + run));
        }

        long k = play(log, start, deliveries, random);

        Map<String, EnrichedBar> expected = NaiveBars.of(log.knownTo(k), 3);
        documents.forEach((key, document) -> {
            if (document.complete() && document.asOf() >= k) {
                assertThat(document).as("seed %d, %s", seed, key).isEqualTo(expected.get(key));
            }
        });
    }

    @Test
    void shouldBeCompleteAtOnceAfterAColdStartWithAHistoryOfTwoYears() {
        List<LoggedCandle> history = SeededLog.sparse(new Random(3), 2_000, Duration.ofHours(9));
        int now = history.size() - 3;
        long k = history.get(now).position();
        NaiveSeeds.of(history, k, "run").forEach(seeds -> bars.seed(seeds, this::keep));

        for (LoggedCandle live : history.subList(now, history.size())) {
            apply(CandleLog.record(live.candle(), KnowledgePosition.offset(live.position()), 61, false));
        }

        Map<String, EnrichedBar> expected = NaiveBars.of(history, 3);
        expected.values().removeIf(bar -> bar.asOf() < k);
        assertThat(documents).isEqualTo(expected);
        assertThat(documents.values())
                .filteredOn(document -> document.bar().interval() == Interval.ONE_DAY)
                .isNotEmpty()
                .allSatisfy(day ->
                        assertThat(day.indicators().get(Indicator.SMA_200)).isNotNaN());
    }

    @Test
    void shouldReplaceACorrectedOldBarAndEverythingThatHasItInItsLookback() {
        SeededLog log = SeededLog.of(new Random(7), LENGTH).withoutLateFrom(0).importedBefore(1_500);
        int last = 2_400;
        for (EnrichedCandle record : log.records.subList(0, last + 40)) {
            apply(record);
        }
        Map<String, EnrichedBar> before = Map.copyOf(documents);

        log.run(last, "run").forEach(seeds -> bars.seed(seeds, this::keep));

        List<String> changed = before.keySet().stream()
                .filter(key -> !documents.get(key).equals(before.get(key)))
                .toList();
        assertThat(changed).isNotEmpty();
        changed.forEach(key ->
                assertThat(documents.get(key).asOf()).isEqualTo(before.get(key).asOf()));
    }

    @Test
    void shouldIgnoreSeedsThatAreNotNewer() {
        SeededLog log = SeededLog.of(new Random(8), 1_000);
        log.records.forEach(this::apply);
        log.run(900, "run-2").forEach(seeds -> bars.seed(seeds, this::keep));

        assertThat(log.run(800, "run-3"))
                .allSatisfy(seeds -> assertThat(bars.seed(seeds, this::keep)).isEqualTo(SeedOutcome.NOT_NEWER));
        assertThat(log.run(900, "run-1"))
                .allSatisfy(seeds -> assertThat(bars.seed(seeds, this::keep)).isEqualTo(SeedOutcome.NOT_NEWER));
        assertThat(log.run(900, "run-4"))
                .extracting(seeds -> bars.seed(seeds, this::keep))
                .containsExactly(
                        SeedOutcome.WAITING,
                        SeedOutcome.WAITING,
                        SeedOutcome.WAITING,
                        SeedOutcome.WAITING,
                        SeedOutcome.ADOPTED);
    }

    @Test
    void shouldRefuseARunWhoseIntervalsContradictEachOther() {
        SeededLog log = SeededLog.of(new Random(9), 1_000);
        log.records.forEach(this::apply);
        List<BarSeeds> seeds = log.run(900, "run");
        BarSeeds other = NaiveSeeds.of(log.knownTo(Long.MAX_VALUE), log.k(100), "run").stream()
                .filter(of -> of.interval() == seeds.get(4).interval())
                .findFirst()
                .orElseThrow();
        seeds.subList(0, 4).forEach(of -> bars.seed(of, this::keep));
        BarSeeds contradicting = new BarSeeds(
                other.exchange(),
                other.symbol(),
                other.interval(),
                "run",
                other.partition(),
                log.k(900),
                other.wholeHistory(),
                other.bars());

        assertThat(bars.seed(contradicting, this::keep)).isEqualTo(SeedOutcome.INCONSISTENT);
    }

    /** All documents from K on are there and, complete, are what is expected. */
    private void assertServedFrom(long k, Map<String, EnrichedBar> expected, long seed) {
        expected.values().removeIf(bar -> bar.asOf() < k);
        assertThat(expected).isNotEmpty();
        expected.forEach((key, document) ->
                assertThat(documents.get(key)).as("seed %d, %s", seed, key).isEqualTo(document));
    }

    /** Plays the records from {@code start} on, and before each the seeds delivered there; gives the K adopted last. */
    private long play(SeededLog log, int start, TreeMap<Integer, List<BarSeeds>> deliveries, Random random) {
        long k = 0;
        for (int i = start; i < log.records.size(); i++) {
            for (BarSeeds seeds : deliveries.getOrDefault(i, List.of())) {
                if (bars.seed(seeds, this::keep) == SeedOutcome.ADOPTED) {
                    k = seeds.k();
                }
            }
            apply(log.records.get(i));
            if (random.nextInt(40) == 0) {
                bars = new SymbolBars(store, DAY);
            }
        }
        return k;
    }

    /** Spreads the seeds of a run over the following indices. */
    private static void deliver(TreeMap<Integer, List<BarSeeds>> deliveries, int index, List<BarSeeds> run) {
        run.forEach(seeds ->
                deliveries.computeIfAbsent(index, at -> new ArrayList<>()).add(seeds));
    }

    private void apply(EnrichedCandle record) {
        bars.apply(record, this::keep);
    }

    private void keep(EnrichedBar document) {
        documents.merge(NaiveBars.key(document), document, (old, next) -> old.asOf() > next.asOf() ? old : next);
    }
}
