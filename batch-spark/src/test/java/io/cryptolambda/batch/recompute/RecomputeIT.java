package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.recompute.RecomputeJob.Result;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job over real Delta tables, Elasticsearch and Kafka. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class RecomputeIT {
    @TempDir
    Path folder;

    private TestRuns runs;

    @BeforeEach
    void start() {
        runs = new TestRuns(folder);
    }

    @AfterEach
    void clear() {
        runs.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void shouldGiveTheSameIncrementallyAsInFullAfterEveryStep(long seed) throws Exception {
        List<Candle> log = RealLog.of(seed);
        Random random = new Random(seed);
        int known = 0;
        for (int step = 0; known < log.size(); step++) {
            int next = step == 0 ? log.size() / 2 : known + 1 + random.nextInt(step % 2 == 0 ? 60 : 5_000);
            List<Candle> appended = log.subList(known, Math.min(log.size(), next));
            runs.archive(appended);
            known += appended.size();
            if (step == 2) {
                runs.compactMaster();
            }

            Result result = runs.run();

            assertThat(result.whyFull() == null).as("incremental").isEqualTo(step > 0);
            runs.assertViewsAreThoseOfAFullRecompute("seed " + seed + ", step " + step + ", " + known + " records");
            runs.assertServed(result);
        }
    }

    @Test
    void shouldBuildOnlyWhatHasChanged() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(1), "BTCUSDT", 50_000);
        runs.archive(log.subList(0, 49_940));
        Result first = runs.run();
        assertThat(first.indicesBuilt()).isEqualTo(2 * Interval.values().length);

        runs.archive(log.subList(49_940, 50_000));
        Result hour = runs.run();

        assertThat(hour.whyFull()).isNull();
        assertThat(hour.indicesBuilt()).as("February's").isEqualTo(Interval.values().length);
        runs.assertServed(hour);

        Result nothing = runs.run();
        assertThat(nothing.indicesBuilt()).isZero();
        assertThat(nothing.touchedDays()).isZero();
        runs.assertServed(nothing);
        assertThat(nothing.run().boundary()).isEqualTo(hour.run().boundary());
    }

    @Test
    void shouldNotTakeACompactionForNewRecords() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(2), "BTCUSDT", 3_000);
        runs.archive(log.subList(0, 2_000));
        runs.archive(log.subList(2_000, 3_000));
        runs.run();
        long version = runs.masterVersion();

        runs.compactMaster();
        assertThat(runs.masterVersion()).isGreaterThan(version);
        Result result = runs.run();

        assertThat(result.whyFull()).isNull();
        assertThat(result.touchedDays()).isZero();
    }

    @Test
    void shouldGoOnFromWhatIsServedAfterARunThatDidNotPublish() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(3), "BTCUSDT", 6_000);
        runs.archive(log.subList(0, 4_000));
        runs.run();
        runs.archive(log.subList(4_000, 5_000));
        assertThatThrownBy(() -> runs.runThatLosesItsLeaseBeforeTheSwap()).hasMessageContaining("taken over");
        runs.archive(log.subList(5_000, 6_000));

        Result result = runs.run();

        assertThat(result.whyFull()).isNull();
        runs.assertViewsAreThoseOfAFullRecompute("after a run that did not publish");
        runs.assertServed(result);
    }

    @Test
    void shouldComputeEverythingAnewWhereItCannotGoOn() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(4), "BTCUSDT", 3_000);
        runs.archive(log.subList(0, 2_000));
        assertThat(runs.run().whyFull()).isEqualTo("there is no earlier run");

        runs.archive(log.subList(2_000, 3_000));
        runs.full = true;
        assertThat(runs.run().whyFull()).isEqualTo("asked for");
        runs.full = false;

        runs.forgetViews();
        Result result = runs.run();
        assertThat(result.whyFull()).contains("no longer on the store");
        runs.assertServed(result);
    }

    @Test
    void shouldPublishMinutesOfTheRetainedMonthsOnly() throws Exception {
        runs.minutesRetention = Duration.ofDays(3);
        List<Candle> log = Candles.randomWalk(new Random(5), "BTCUSDT", 54_000);
        runs.archive(log.subList(0, 44_000));
        Result january = runs.run();
        assertThat(january.run().retainedFrom()).isZero();

        runs.archive(log.subList(44_000, 54_000));
        Result february = runs.run();

        assertThat(february.run().retainedFrom())
                .isEqualTo(Candles.START + Duration.ofDays(31).toMillis());
        long served = february.run().documents().get(Interval.ONE_MINUTE);
        assertThat(served)
                .isEqualTo(log.stream()
                        .filter(candle -> candle.openTime() >= february.run().retainedFrom())
                        .count());
        assertThat(runs.count("crypto-batch-1m")).isEqualTo(served);
        assertThat(february.totals().candles()).isEqualTo(54_000);
        runs.assertServed(february);
    }

    @Test
    void shouldKeepTheIndicesOfAsManyRunsAsAskedFor() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(6), "BTCUSDT", 3_000);
        runs.archive(log.subList(0, 1_000));
        Result first = runs.run();
        runs.archive(log.subList(1_000, 2_000));
        Result second = runs.run();
        assertThat(runs.indicesOf(first)).isNotEmpty();

        runs.archive(log.subList(2_000, 3_000));
        Result third = runs.run();

        assertThat(runs.indicesOf(first)).isEmpty();
        assertThat(runs.indicesOf(second)).isNotEmpty();
        assertThat(runs.indicesOf(third)).isNotEmpty();
    }

    @Test
    void shouldWriteSeedsWhenTheyAreDueAndAsTheViewsHaveThem() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(7), "BTCUSDT", 6_000);
        Candle lateSinceTheRunBefore = log.remove(4_100);
        Candle late = log.remove(1_000);
        runs.archive(log.subList(0, 5_000));
        Result first = runs.run();
        assertThat(first.seeds()).isEqualTo(Interval.ROLLED_UP.size());
        assertSeedsAreOf(first, runs.seeds());

        runs.archive(log.subList(5_000, 5_500));
        assertThat(runs.run().seeds()).as("the log tells it all").isZero();

        runs.archive(log.subList(5_500, log.size()));
        runs.archive(List.of(lateSinceTheRunBefore));
        assertThat(runs.run().seeds())
                .as("beyond the horizon when it came, though not of what the run before knew")
                .isEqualTo(Interval.ROLLED_UP.size());

        runs.archive(List.of(late));
        Result beyondHorizon = runs.run();
        assertThat(beyondHorizon.seeds()).isEqualTo(Interval.ROLLED_UP.size());
        assertSeedsAreOf(beyondHorizon, runs.seeds());

        runs.clock.forward(Duration.ofHours(25));
        assertThat(runs.run().seeds()).as("at least daily").isEqualTo(Interval.ROLLED_UP.size());
    }

    private void assertSeedsAreOf(Result result, Map<String, BarSeeds> seeds) {
        for (Interval interval : Interval.ROLLED_UP) {
            BarSeeds found = seeds.get("BTCUSDT|" + interval.text());
            assertThat(found.runId()).isEqualTo(result.run().runId());
            assertThat(found.k()).isEqualTo(result.run().k(0));
            Dataset<Row> bars = runs.bars().where("interval = '" + interval.text() + "'");
            long closed = bars.where("closed").count();
            boolean open = bars.where("NOT closed").count() > 0;
            assertThat(found.bars()).hasSize((int) Math.min(BarSeeds.maxClosed(interval), closed) + (open ? 1 : 0));
            assertThat(found.wholeHistory()).isEqualTo(found.bars().size() == bars.count());
            assertThat(found.bars())
                    .isEqualTo(runs.lastBars(interval, found.bars().size()));
        }
    }
}
