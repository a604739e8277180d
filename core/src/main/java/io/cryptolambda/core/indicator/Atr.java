package io.cryptolambda.core.indicator;

/**
 * Wilder's average true range over n bars: seeded with the mean of the true ranges of bars 1 to n (the first bar has
 * none), then smoothed by {@code (previous * (n - 1) + current) / n}. First valid at index n. Source: TA-Lib's {@code
 * ATR}, unstable period 0.
 */
final class Atr {
    private final int period;
    private final int bars;
    private final double range;
    private final double lastClose;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    Atr(int period, BarSeries series, int from, int to) {
        this.period = period;
        this.bars = to - from;
        double[] highs = series.highs();
        double[] lows = series.lows();
        double[] closes = series.closes();
        double value = 0;
        int seeded = Math.min(to, from + period + 1);
        for (int i = from + 1; i < seeded; i++) {
            value += TrueRange.of(highs[i], lows[i], closes[i - 1]);
        }
        if (bars > period) {
            value /= period;
            for (int i = seeded; i < to; i++) {
                value = Wilder.next(value, TrueRange.of(highs[i], lows[i], closes[i - 1]), period);
            }
        }
        this.range = value;
        this.lastClose = bars > 0 ? closes[to - 1] : Double.NaN;
    }

    /** The average with the last bar's values, in the quote currency; NaN where there are too few bars. */
    double with(double high, double low) {
        if (bars < period) {
            return Double.NaN;
        }
        double last = TrueRange.of(high, low, lastClose);
        return bars == period ? (range + last) / period : Wilder.next(range, last, period);
    }
}
