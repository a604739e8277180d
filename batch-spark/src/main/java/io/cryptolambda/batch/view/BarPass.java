package io.cryptolambda.batch.view;

import io.cryptolambda.batch.view.BarRung.Finished;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.function.Consumer;

/**
 * A symbol's bars of all rolled-up intervals with their indicators, the open ones too.
 *
 * <p>A bar rests on the latest winning record of all candles in its lookback and, where its last minute is missing but a
 * later candle has closed it, also on the first record in the log at or past its end. All are complete: the symbol's
 * whole log has been read.
 */
public final class BarPass implements SymbolPass.Computation<EnrichedBar> {
    private final List<BarRung> ladder =
            Interval.ROLLED_UP.stream().map(BarRung::new).toList();
    private final AwaitedClosings<Finished> closings = new AwaitedClosings<>();
    private String exchange;
    private String symbol;

    @Override
    public void accept(Winner winner, Consumer<EnrichedBar> out) {
        exchange = winner.candle().exchange();
        symbol = winner.candle().symbol();
        finishBarsThatEndBy(winner.candle().openTime(), out);
        closings.see(winner.firstSeen());
        ladder.get(0).add(Bar.of(winner.candle()), winner.position());
    }

    @Override
    public void finish(Consumer<EnrichedBar> out) {
        closings.release(
                (bar, closing) -> out.accept(enriched(bar, true, bar.lookback().orLater(closing))));
        for (int i = 0; i < ladder.size(); i++) {
            Finished last = finish(i);
            out.accept(enriched(last, last.bar().hasLastMinute(), last.lookback()));
        }
    }

    private void finishBarsThatEndBy(long time, Consumer<EnrichedBar> out) {
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).endsBy(time)) {
                Finished finished = finish(i);
                if (finished.bar().hasLastMinute()) {
                    out.accept(enriched(finished, true, finished.lookback()));
                } else {
                    closings.await(finished);
                }
            }
        }
    }

    /** Finishes the bar of a rung and hands it up to the next one. */
    private Finished finish(int rung) {
        Finished finished = ladder.get(rung).finish();
        if (rung + 1 < ladder.size()) {
            ladder.get(rung + 1).add(finished.bar(), finished.contents());
        }
        return finished;
    }

    private EnrichedBar enriched(Finished finished, boolean closed, LogPosition asOf) {
        return new EnrichedBar(
                exchange,
                symbol,
                finished.bar(),
                closed,
                finished.indicators(),
                asOf.asOf(),
                asOf.appendTime(),
                asOf.partition(),
                true);
    }
}
