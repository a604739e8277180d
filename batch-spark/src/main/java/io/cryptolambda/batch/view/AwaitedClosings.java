package io.cryptolambda.batch.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of a day without their last minute, which a later candle may have closed: by which record is known only when all
 * later candles have been seen, because what closes a bar is the first record <em>in the log</em> at or past its end, and
 * a pass goes by open time.
 *
 * <p>Of the candles between two such bars only the earliest position is kept.
 */
public final class AwaitedClosings {
    private final List<Awaited> bars = new ArrayList<>();
    private final List<LogPosition> earliestSince = new ArrayList<>();

    private record Awaited(int rung, int index) {}

    /** Takes a bar with the record that closed it, null if none did. */
    public interface Closing {
        void accept(int rung, int index, LogPosition closedBy);
    }

    /** Notes the bar {@code index} of a rung: every minute seen from now on lies at or past its end. */
    public void await(int rung, int index) {
        bars.add(new Awaited(rung, index));
        earliestSince.add(null);
    }

    /** Whether no bar is held back: nothing need be seen then. */
    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** Sees the next minute, by the first record that told of it. */
    public void see(LogPosition firstSeen) {
        int last = bars.size() - 1;
        if (last >= 0) {
            earliestSince.set(last, firstSeen.orEarlier(earliestSince.get(last)));
        }
    }

    /** Gives out each bar with the record that closed it, the newest bar first, and starts anew. */
    public void release(Closing out) {
        LogPosition earliest = null;
        for (int i = bars.size() - 1; i >= 0; i--) {
            earliest = LogPosition.earlier(earliestSince.get(i), earliest);
            out.accept(bars.get(i).rung(), bars.get(i).index(), earliest);
        }
        bars.clear();
        earliestSince.clear();
    }
}
