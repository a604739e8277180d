package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalViewsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldGiveTheSameAsAFullRecomputeAfterEveryStep(long seed) {
        Random random = new Random(seed);
        List<LogCandle> log = RandomLog.positioned(history(random), 3, 17);
        IncrementalViews views = new IncrementalViews();
        int known = 0;
        while (known < log.size()) {
            int appended = Math.min(log.size() - known, 1 + random.nextInt(random.nextInt(4) == 0 ? 3000 : 200));
            known += appended;

            views.update(log.subList(0, known), appended);

            assertSame(views, FullViews.of(log.subList(0, known)), "seed " + seed + ", " + known + " records");
        }
    }

    @Test
    void shouldRecomputeNothingWhereNothingHasChanged() {
        List<Candle> walk = Candles.randomWalk(new Random(5), "BTCUSDT", 3000);
        List<LogCandle> log = RandomLog.positioned(walk, 0, 0);
        IncrementalViews views = new IncrementalViews();
        views.update(log, log.size());

        List<Candle> repeated = new ArrayList<>(walk);
        repeated.add(walk.get(2990));
        views.update(RandomLog.positioned(repeated, 0, 0), 1);

        assertThat(views.recomputed()).as("a duplicate changes no row").isZero();
    }

    @Test
    void shouldRecomputeNoMoreCandlesThanLookBackAtALateOne() {
        List<Candle> walk = Candles.randomWalk(new Random(6), "BTCUSDT", 6000);
        Candle late = walk.remove(2000);
        walk.add(late);
        List<LogCandle> log = RandomLog.positioned(walk, 0, 0);
        IncrementalViews views = new IncrementalViews();
        views.update(log.subList(0, log.size() - 1), log.size() - 1);

        views.update(log, 1);

        assertThat(views.recomputed()).isEqualTo(61);
        assertSame(views, FullViews.of(log), "late candle");
    }

    @Test
    void shouldSayWhatClosedABarEvenIfAnEarlierRecordIsArchivedLater() {
        // An import overtook the archive: its row stands behind records of the log that are read only now.
        List<Candle> day = new ArrayList<>(Candles.randomWalk(new Random(7), "BTCUSDT", 1400));
        List<LogCandle> log = new ArrayList<>(RandomLog.positioned(day, 0, 0));
        Candle imported = Candles.candle(4 * 1440 + 7, "100.00");
        log.add(new LogCandle(imported, new LogPosition((1L << 44) + 90_000, 1_800_000_000_000L, 0)));
        IncrementalViews views = new IncrementalViews();
        views.update(log, log.size());

        Candle between = Candles.candle(2 * 1440 + 3, "100.00");
        log.add(new LogCandle(between, new LogPosition((1L << 44) + 50_000, 1_700_000_900_000L, 0)));
        views.update(log, 1);

        assertSame(views, FullViews.of(log), "overtaken");
    }

    private static void assertSame(IncrementalViews views, FullViews full, String when) {
        assertThat(views.days()).as("days, %s", when).isEqualTo(full.days());
        assertThat(views.candles()).as("candles, %s", when).isEqualTo(full.candles());
        for (Interval interval : Interval.ROLLED_UP) {
            assertThat(views.bars(interval))
                    .as("%s, %s", interval, when)
                    .isEqualTo(full.bars().stream()
                            .filter(bar -> bar.rolled().bar().interval() == interval)
                            .toList());
        }
    }

    /** Some days with gaps, an outage, duplicates, revisions and candles that come late, by minutes or by days. */
    private static List<Candle> history(Random random) {
        List<Candle> walk = Candles.randomWalk(random, "BTCUSDT", 5_000 + random.nextInt(4_000));
        int outage = random.nextInt(walk.size() - 200);
        List<Candle> records = new ArrayList<>();
        for (int i = 0; i < walk.size(); i++) {
            if (i < outage || i > outage + 150) {
                records.add(walk.get(i));
            }
        }
        for (int i = 0; i < 40; i++) {
            int at = random.nextInt(records.size());
            Candle candle = records.get(at);
            switch (random.nextInt(4)) {
                case 0 -> records.add(random.nextInt(at, records.size()), candle);
                case 1 -> records.add(random.nextInt(at, records.size()), Candles.revised(random, candle));
                case 2 -> records.add(random.nextInt(records.size()), records.remove(at));
                default -> records.remove(at);
            }
        }
        return records;
    }
}
