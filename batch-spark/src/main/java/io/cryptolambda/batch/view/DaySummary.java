package io.cryptolambda.batch.view;

import io.cryptolambda.core.Interval;
import java.util.List;

/**
 * What is known of one UTC day of a symbol, in one small row: enough to tell how far a lookback reaches and what closed a
 * bar, without reading the day itself.
 *
 * @param symbol the exchange's symbol
 * @param day the day's beginning, epoch milliseconds UTC
 * @param newest open time of its last candle, epoch milliseconds UTC
 * @param firstSeen the first record in the log that told of any of its minutes
 * @param candles number of candles
 * @param bars number of bars of each rolled-up interval, finest first
 * @param holes whether any of its bars lacks its last minute
 * @param records number of records of the log
 * @param revisions how many of them changed a candle
 */
public record DaySummary(
        String symbol,
        long day,
        long newest,
        LogPosition firstSeen,
        int candles,
        List<Integer> bars,
        boolean holes,
        long records,
        long revisions) {

    /** Length of a day in milliseconds. */
    public static final long MILLIS = Interval.ONE_DAY.millis();

    public DaySummary {
        bars = List.copyOf(bars);
    }

    /** Number of elements of an interval. */
    public int count(Interval interval) {
        return interval == Interval.ONE_MINUTE ? candles : bars.get(Interval.ROLLED_UP.indexOf(interval));
    }
}
