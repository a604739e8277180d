package io.cryptolambda.batch.view;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.Arrays;
import java.util.List;

/** Sums up a symbol's day from its winning candles, taken in open-time order. */
final class DayCount {
    private static final List<Interval> INTERVALS = Interval.ROLLED_UP;

    private final int[] bars = new int[INTERVALS.size()];
    private final String symbol;
    private final long day;
    private LogPosition firstSeen;
    private long newest = -1;
    private int candles;
    private boolean holes;
    private long records;
    private long revisions;

    DayCount(Candle first) {
        this.symbol = first.symbol();
        this.day = Interval.ONE_DAY.openTime(first.openTime());
    }

    boolean contains(Candle candle) {
        return candle.symbol().equals(symbol) && Interval.ONE_DAY.openTime(candle.openTime()) == day;
    }

    void add(Winner winner) {
        long openTime = winner.candle().openTime();
        for (int i = 0; i < bars.length; i++) {
            Interval interval = INTERVALS.get(i);
            if (newest < 0 || interval.openTime(openTime) != interval.openTime(newest)) {
                bars[i]++;
                holes |= newest >= 0 && !isLastMinute(newest, interval);
            }
        }
        newest = openTime;
        firstSeen = winner.firstSeen().orEarlier(firstSeen);
        candles++;
        records += winner.records();
        revisions += winner.revisions();
    }

    DaySummary summary() {
        boolean openAtEnd = !isLastMinute(newest, Interval.ONE_DAY);
        return new DaySummary(
                symbol,
                day,
                newest,
                firstSeen,
                candles,
                Arrays.stream(bars).boxed().toList(),
                holes || openAtEnd,
                records,
                revisions);
    }

    private static boolean isLastMinute(long openTime, Interval interval) {
        return openTime + Interval.ONE_MINUTE.millis() == interval.end(openTime);
    }
}
