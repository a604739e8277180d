package io.cryptolambda.batch.view;

import io.cryptolambda.core.Interval;
import java.util.function.Consumer;

/** The bars of a symbol as their own days tell of them, given out a day at a time, interval by interval. */
public final class RolledDays implements FullPass.Computation<RolledBar> {
    private final DayRollUp rollUp = new DayRollUp();
    private final LaterDays laterDays;
    private String symbol;
    private long day = -1;

    /** @param laterDays what closed the bars that nothing of their own day did */
    public RolledDays(LaterDays laterDays) {
        this.laterDays = laterDays;
    }

    @Override
    public void accept(Winner winner, Consumer<RolledBar> out) {
        long of = Interval.ONE_DAY.openTime(winner.candle().openTime());
        if (of != day && day >= 0) {
            finish(out);
        }
        symbol = winner.candle().symbol();
        day = of;
        rollUp.add(winner);
    }

    @Override
    public void finish(Consumer<RolledBar> out) {
        LogPosition later = laterDays.after(symbol, day);
        rollUp.finish().forEach(bar -> out.accept(bar.closedBy(later)));
    }
}
