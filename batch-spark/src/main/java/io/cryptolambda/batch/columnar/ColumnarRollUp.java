package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.AwaitedClosings;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Interval;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Rolls one symbol's minutes up into bars of all intervals by the ladder, in one pass: the arithmetic of {@link
 * io.cryptolambda.core.MarketValues#followedBy} on 128-bit integers. Every interval divides a UTC day, so at the end of a
 * day all bars are finished, and what is finished is given out some thousand bars at a time. Memory does not grow with the
 * history.
 */
public final class ColumnarRollUp {

    /** Takes bars. */
    public interface Sink {
        /** Takes the next bars of an interval; the columns are used again afterwards. */
        void accept(BarColumns bars);
    }

    // Enough windows for the indicators' lanes, and some megabytes.
    private static final int CHUNK = 32_768;
    private static final int MOST_OF_A_DAY = 288;

    private final List<Rung> ladder = Interval.ROLLED_UP.stream()
            .map(interval -> new Rung(interval, CHUNK + MOST_OF_A_DAY))
            .toList();
    private final AwaitedClosings closings = new AwaitedClosings();
    private final LongFunction<LogPosition> laterDays;
    private final Sink sink;
    private long day;
    private long dayEnd = Long.MIN_VALUE;

    /**
     * @param laterDays the first record in the log of any day after the one that begins at the given time; null if there
     *     is none. Asked only where a day has a bar without its last minute
     */
    public ColumnarRollUp(LongFunction<LogPosition> laterDays, Sink sink) {
        this.laterDays = laterDays;
        this.sink = sink;
    }

    /**
     * Rolls up all that {@code winners} has.
     *
     * @throws UnsortedMinutes if its files are not as expected; what was given out by then is right, but not all
     */
    public void run(WinnerStream winners) throws IOException {
        while (winners.next()) {
            accept(winners);
        }
        finishDay();
        for (Rung rung : ladder) {
            giveOut(rung, 1);
        }
    }

    private void accept(WinnerStream winners) {
        MinuteColumns minutes = winners.minutes();
        Rung finest = ladder.get(0);
        int row = winners.from();
        while (row < winners.to()) {
            long time = minutes.openTime[row];
            if (time >= dayEnd) {
                finishDay();
                day = Interval.ONE_DAY.openTime(time);
                dayEnd = day + Interval.ONE_DAY.millis();
                ladder.forEach(rung -> giveOut(rung, CHUNK));
            }
            finishBarsThatEndBy(time);
            int next = finest.addMinutes(minutes, row, winners.to());
            if (!closings.isEmpty()) {
                for (int seen = row; seen < next; seen++) {
                    closings.see(winners.firstSeen(seen));
                }
            }
            row = next;
        }
    }

    private void finishBarsThatEndBy(long time) {
        for (int i = 0; i < ladder.size() && ladder.get(i).endsBy(time); i++) {
            finish(i);
        }
    }

    private void finishDay() {
        if (!ladder.get(0).isOpen()) {
            return;
        }
        for (int i = 0; i < ladder.size(); i++) {
            finish(i);
        }
        if (!closings.isEmpty()) {
            LogPosition later = laterDays.apply(day);
            closings.release((rung, row, closing) ->
                    ladder.get(rung).bars().setClosedBy(row, LogPosition.earlier(closing, later)));
        }
    }

    private void finish(int i) {
        Rung rung = ladder.get(i);
        BarColumns bars = rung.bars();
        if (!bars.hasLastMinute(bars.size)) {
            closings.await(i, bars.size);
        }
        if (i + 1 < ladder.size()) {
            ladder.get(i + 1).addBar(bars);
        }
        rung.finish();
    }

    private void giveOut(Rung rung, int atLeast) {
        if (rung.bars().size >= atLeast) {
            sink.accept(rung.bars());
            rung.bars().clear();
        }
    }
}
