package io.cryptolambda.core.indicator;

/**
 * Money flow index over n bars, 0 to 100: {@code 100 * positive / (positive + negative)} of the sums, oldest first, of the
 * last n bars' typical price times volume, positive where the typical price {@code (high + low + close) / 3} rose, negative
 * where it fell, neither where it stayed. First valid at index n. 0 where no money flowed. Source: TA-Lib's {@code MFI},
 * unstable period 0, without its running sums, and but for its giving 0 wherever less than 1.0 of the quote currency
 * flowed: an hour of many a pair quoted in bitcoin.
 */
final class Mfi {
    private final boolean valid;
    private final double positive;
    private final double negative;
    private final double lastTypical;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    Mfi(int period, BarSeries series, int from, int to) {
        this.valid = to - from >= period;
        double up = 0;
        double down = 0;
        double previous = Double.NaN;
        if (valid) {
            previous = typical(series, to - period);
            for (int i = to - period + 1; i < to; i++) {
                double typical = typical(series, i);
                double flow = typical * series.volume(i);
                up += typical > previous ? flow : 0;
                down += typical < previous ? flow : 0;
                previous = typical;
            }
        }
        this.positive = up;
        this.negative = down;
        this.lastTypical = previous;
    }

    /** The index with the last bar's values; NaN where there are too few bars. */
    double with(double high, double low, double close, double volume) {
        if (!valid) {
            return Double.NaN;
        }
        double typical = typical(high, low, close);
        double flow = typical * volume;
        double up = positive + (typical > lastTypical ? flow : 0);
        double down = negative + (typical < lastTypical ? flow : 0);
        double sum = up + down;
        return sum == 0 ? 0 : 100 * (up / sum);
    }

    static double typical(BarSeries series, int at) {
        return typical(series.high(at), series.low(at), series.close(at));
    }

    private static double typical(double high, double low, double close) {
        return (high + low + close) / 3;
    }
}
