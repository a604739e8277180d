package io.cryptolambda.batch.view;

import io.cryptolambda.core.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** All bars of a symbol with their indicators, the open ones too; given out a day at a time. */
public final class FullBars implements FullPass.Computation<ViewBar> {
    private final Map<Interval, IndicatorPass> passes = new EnumMap<>(Interval.class);
    private final RolledDays days;

    /** @param laterDays what closed the bars that nothing of their own day did */
    public FullBars(LaterDays laterDays) {
        this.days = new RolledDays(laterDays);
        Interval.ROLLED_UP.forEach(interval -> passes.put(interval, new IndicatorPass()));
    }

    @Override
    public void accept(Winner winner, Consumer<ViewBar> out) {
        days.accept(winner, bar -> out.accept(enriched(bar)));
    }

    @Override
    public void finish(Consumer<ViewBar> out) {
        days.finish(bar -> out.accept(enriched(bar)));
    }

    private ViewBar enriched(RolledBar bar) {
        return passes.get(bar.bar().interval()).add(bar);
    }
}
