package io.cryptolambda.serving.kline;

import io.cryptolambda.core.Interval;
import java.util.Arrays;

/**
 * Where klines of an interval begin and end: on the grid of UTC, or of a time zone without summer time.
 *
 * @param interval length of a kline
 * @param shift the zone's offset from UTC, milliseconds, eastward positive
 */
public record KlineGrid(KlineInterval interval, long shift) {
    /** The grid of UTC. */
    public static KlineGrid utc(KlineInterval interval) {
        return new KlineGrid(interval, 0);
    }

    /** The kept interval that its klines are made of: the longest whose bars lie within them. */
    public Interval source() {
        return Arrays.stream(Interval.values())
                .filter(kept -> kept.compareTo(interval.source()) <= 0 && shift % kept.millis() == 0)
                .reduce((shorter, longer) -> longer)
                .orElseThrow(() -> new IllegalArgumentException("a zone's offset is in whole minutes"));
    }

    /** How many bars of {@link #source} a kline has at most. */
    int most() {
        return Math.toIntExact(interval.most() * (interval.source().millis() / source().millis()));
    }

    /** The open time, in epoch milliseconds, of the kline that contains {@code time}. */
    public long openTime(long time) {
        return interval.openTime(time + shift) - shift;
    }

    /** The exclusive end, in epoch milliseconds, of the kline that contains {@code time}. */
    public long end(long time) {
        return interval.end(time + shift) - shift;
    }
}
