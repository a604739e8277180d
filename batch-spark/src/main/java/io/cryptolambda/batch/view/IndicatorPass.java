package io.cryptolambda.batch.view;

/**
 * The second pass: the bars of one symbol and interval in open-time order, with their indicators.
 *
 * <p>A bar rests on the latest winning record of all candles in its lookback and, where its last minute is missing but a
 * later candle has closed it, also on the first record in the log at or past its end. All are complete: batch knows the
 * symbol's whole log. After 399 bars the result does not depend on what came before them, so a pass may begin anywhere
 * that many bars early.
 */
public final class IndicatorPass implements UpdatablePass<ViewBar, RolledBar> {
    private final BarLookback lookback = new BarLookback();

    @Override
    public long openTime(RolledBar now) {
        return now.bar().openTime();
    }

    @Override
    public long openTimeOf(ViewBar row) {
        return openTime(row.rolled());
    }

    @Override
    public void prime(ViewBar row) {
        lookback.add(row.rolled().bar(), row.rolled().position());
    }

    @Override
    public ViewBar again(ViewBar row, LogPosition laterDays) {
        return add(row.rolled().closedBy(laterDays));
    }

    @Override
    public ViewBar add(RolledBar bar) {
        lookback.add(bar.bar(), bar.position());
        return IndicatorBatch.view(bar, lookback.latest(), lookback.indicators());
    }
}
