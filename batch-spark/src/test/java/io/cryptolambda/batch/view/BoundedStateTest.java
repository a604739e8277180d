package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.view.DayPlan.Role;
import io.cryptolambda.batch.view.Update.Before;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Passes give out as they take in: none reads a symbol's history before it gives out its beginning. */
class BoundedStateTest {
    private static final int DAYS = 20;
    private static final int MINUTES_A_DAY = 1440;
    private static final List<Candle> WALK = Candles.randomWalk(new Random(1), "BTCUSDT", DAYS * MINUTES_A_DAY);

    @Test
    void shouldGiveOutACandleForEachOneTakenIn() {
        Counted<Winner> winners = winners();
        Iterator<ViewCandle> candles = new FullPass<>(winners, FullCandles::new);
        for (int given = 1; candles.hasNext(); given++) {
            candles.next();
            assertThat(winners.taken).isLessThanOrEqualTo(given + 1);
        }
    }

    @Test
    void shouldHoldBackNoMoreBarsThanAreComputedSideBySide() {
        Counted<Winner> winners = winners();
        Iterator<ViewBar> bars = new FullPass<>(winners, () -> new FullBars(new LaterDays(List.of())));
        long heldBack = IndicatorBatch.BARS * Interval.FIVE_MINUTES.millis() + DaySummary.MILLIS;
        while (bars.hasNext()) {
            Bar bar = bars.next().rolled().bar();
            long lastTaken = WALK.get(winners.taken - 1).openTime();
            if (bar.interval() == Interval.FIVE_MINUTES) {
                assertThat(lastTaken - bar.openTime()).isLessThan(heldBack).isLessThan(DAYS * DaySummary.MILLIS);
            }
        }
    }

    @Test
    void shouldUpdateRowByRow() {
        List<ViewCandle> rows = FullViews.of(RandomLog.positioned(WALK, 0, 0)).candles();
        Counted<Before<ViewCandle>> before = new Counted<>(rows.stream()
                .map(row -> new Before<>(row, Role.EMIT, false, null))
                .iterator());
        List<Winner> revised = List.of(winner(Candles.revised(new Random(2), WALK.get(0)), 1_000_000));
        Iterator<Before<ViewCandle>> firstTouched = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> i)
                .map(i -> {
                    Before<ViewCandle> row = before.next();
                    return new Before<>(row.row(), row.role(), i == 0, null);
                })
                .limit(rows.size())
                .iterator();

        Update<ViewCandle, Winner> update = new Update<>(new FeaturePass(), firstTouched, revised.iterator());

        int given = 0;
        while (update.hasNext()) {
            update.next();
            given++;
            if (given == 1) {
                assertThat(before.taken).isLessThanOrEqualTo(3);
            }
        }
        assertThat(given).isEqualTo(61);
        assertThat(before.taken).isEqualTo(rows.size());
    }

    private static Counted<Winner> winners() {
        return new Counted<>(IntStream.range(0, WALK.size())
                .mapToObj(i -> winner(WALK.get(i), i))
                .iterator());
    }

    private static Winner winner(Candle candle, long offset) {
        LogPosition position = new LogPosition((1L << 44) + offset, 1_700_000_000_000L + offset, 0);
        return new Winner(candle, position, position, 1, 0);
    }

    /** Counts what is taken from an iterator. */
    private static final class Counted<T> implements Iterator<T> {
        private final Iterator<T> items;
        private int taken;

        Counted(Iterator<T> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public T next() {
            taken++;
            return items.next();
        }
    }
}
