package io.cryptolambda.batch.view;

import io.cryptolambda.core.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All bars of a symbol with their indicators, the open ones too; given out some thousand of an interval at a time, each
 * interval in open-time order.
 */
public final class FullBars implements FullPass.Computation<ViewBar> {
    private final Map<Interval, IndicatorBatch> batches = new EnumMap<>(Interval.class);
    private final RolledDays days;

    /** @param laterDays what closed the bars that nothing of their own day did */
    public FullBars(LaterDays laterDays) {
        this.days = new RolledDays(laterDays);
        Interval.ROLLED_UP.forEach(interval -> batches.put(interval, new IndicatorBatch()));
    }

    @Override
    public void accept(Winner winner, Consumer<ViewBar> out) {
        days.accept(winner, bar -> enrich(bar, out));
    }

    @Override
    public void finish(Consumer<ViewBar> out) {
        days.finish(bar -> enrich(bar, out));
        batches.values().forEach(batch -> batch.finish(out));
    }

    private void enrich(RolledBar bar, Consumer<ViewBar> out) {
        batches.get(bar.bar().interval()).add(bar, out);
    }
}
