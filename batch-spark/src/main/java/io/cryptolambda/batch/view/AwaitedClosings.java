package io.cryptolambda.batch.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Bars without their last minute, which a later candle closed: by which record is known only when all later candles
 * have been seen, because what closes a bar is the first record <em>in the log</em> at or past its end, and a pass goes by
 * open time. Such bars are rare (an outage, a lost minute), so they are held back to the symbol's end.
 *
 * <p>Of the candles between two such bars only the earliest position is kept.
 *
 * @param <T> the bar
 */
final class AwaitedClosings<T> {
    private final List<T> bars = new ArrayList<>();
    private final List<LogPosition> earliestSince = new ArrayList<>();

    /** Holds a bar back: every minute seen from now on lies at or past its end. */
    void await(T bar) {
        bars.add(bar);
        earliestSince.add(null);
    }

    /** Sees the next minute, by the first record that told of it. */
    void see(LogPosition firstSeen) {
        int last = bars.size() - 1;
        if (last >= 0) {
            earliestSince.set(last, firstSeen.orEarlier(earliestSince.get(last)));
        }
    }

    /** Gives out each bar with the record that closed it, the newest bar first. */
    void release(BiConsumer<T, LogPosition> out) {
        LogPosition earliest = null;
        for (int i = bars.size() - 1; i >= 0; i--) {
            LogPosition since = earliestSince.get(i);
            earliest = since == null ? earliest : since.orEarlier(earliest);
            out.accept(bars.get(i), earliest);
        }
        bars.clear();
        earliestSince.clear();
    }
}
