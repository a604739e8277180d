package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The first pass: rolls the winning candles of one symbol and UTC day up the ladder. Every interval divides a day, so the
 * bars of a day depend on no other.
 *
 * <p>Holds one day's bars: at most 415.
 */
public final class DayRollUp {
    private static final int RUNGS = Interval.ROLLED_UP.size();

    private final List<List<RolledBar>> finished = new ArrayList<>();
    private final Bar[] current = new Bar[RUNGS];
    private final LogPosition[] latest = new LogPosition[RUNGS];
    private final AwaitedClosings closings = new AwaitedClosings();
    private Candle last;

    public DayRollUp() {
        Interval.ROLLED_UP.forEach(interval -> finished.add(new ArrayList<>()));
    }

    /** Takes the day's next minute, in open-time order. */
    public void add(Winner winner) {
        for (int rung = 0; rung < RUNGS; rung++) {
            if (current[rung] != null && current[rung].end() <= winner.candle().openTime()) {
                finish(rung);
            }
        }
        last = winner.candle();
        closings.see(winner.firstSeen());
        add(0, Bar.of(winner.candle()), winner.position());
    }

    /** Ends the day and gives out its bars: interval by interval, finest first, each in open-time order. */
    public List<RolledBar> finish() {
        for (int rung = 0; rung < RUNGS; rung++) {
            finish(rung);
        }
        closings.release((rung, index, closedBy) -> finished.get(rung).set(index, closed(rung, index, closedBy)));
        List<RolledBar> bars = finished.stream().flatMap(List::stream).toList();
        finished.forEach(List::clear);
        return bars;
    }

    private void add(int rung, Bar finer, LogPosition position) {
        current[rung] =
                current[rung] == null ? finer.in(Interval.ROLLED_UP.get(rung)) : current[rung].followedBy(finer);
        latest[rung] = position.orLater(latest[rung]);
    }

    /** Finishes the bar of a rung and hands it up to the next one. */
    private void finish(int rung) {
        Bar bar = current[rung];
        List<RolledBar> bars = finished.get(rung);
        bars.add(new RolledBar(last.exchange(), last.symbol(), bar, latest[rung], null));
        if (!bar.hasLastMinute()) {
            closings.await(rung, bars.size() - 1);
        }
        if (rung + 1 < RUNGS) {
            add(rung + 1, bar, latest[rung]);
        }
        current[rung] = null;
        latest[rung] = null;
    }

    private RolledBar closed(int rung, int index, LogPosition closedBy) {
        return finished.get(rung).get(index).closedBy(closedBy);
    }
}
