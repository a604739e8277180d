package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.AwaitedClosings;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rolls one symbol's minutes up into bars of all intervals by the ladder: the arithmetic of {@link
 * io.cryptolambda.core.MarketValues#followedBy} on 128-bit integers. The bar in progress of each interval stands in the row
 * behind the finished ones.
 */
public final class ColumnarRollUp {

    /**
     * A bar without its last minute, which a later candle closed.
     *
     * @param interval its interval
     * @param openTime its open time, epoch milliseconds UTC
     */
    public record Incomplete(Interval interval, long openTime) {}

    private static final int ROOM = 1024;

    private final List<Rung> ladder =
            Interval.ROLLED_UP.stream().map(interval -> new Rung(interval, ROOM)).toList();
    private final AwaitedClosings<Incomplete> closings = new AwaitedClosings<>();

    /** Takes the minutes that the stream now shows. */
    void accept(WinnerStream winners) {
        MinuteColumns minutes = winners.minutes();
        Rung finest = ladder.get(0);
        int row = winners.from();
        while (row < winners.to()) {
            finishBarsThatEndBy(minutes.openTime[row]);
            int next = finest.addMinutes(minutes, row, winners.to());
            if (!closings.isEmpty()) {
                for (int seen = row; seen < next; seen++) {
                    closings.see(winners.firstSeen(seen));
                }
            }
            row = next;
        }
    }

    /** The bars finished since they were last cleared, an interval each, finest first. */
    public List<BarColumns> bars() {
        return ladder.stream().map(Rung::bars).toList();
    }

    /**
     * Ends the symbol: finishes the bars in progress, and tells which record closed each bar that lacks its last minute.
     */
    void finish(BiConsumer<Incomplete, LogPosition> closed) {
        closings.release(closed);
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).isOpen()) {
                finish(i, ladder.get(i).hasLastMinute());
            }
        }
    }

    private void finishBarsThatEndBy(long time) {
        for (int i = 0; i < ladder.size() && ladder.get(i).endsBy(time); i++) {
            Rung rung = ladder.get(i);
            if (!rung.hasLastMinute()) {
                closings.await(new Incomplete(rung.bars().interval(), rung.openTime()));
            }
            finish(i, true);
        }
    }

    private void finish(int i, boolean closed) {
        Rung rung = ladder.get(i);
        if (i + 1 < ladder.size()) {
            ladder.get(i + 1).addBar(rung.bars());
        }
        rung.finish(closed);
    }
}
