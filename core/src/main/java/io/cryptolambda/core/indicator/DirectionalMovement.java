package io.cryptolambda.core.indicator;

/**
 * Wilder's directional movement over n bars: {@code plus_di} and {@code minus_di} are 100 times the smoothed upward and
 * downward movement by the smoothed true range, {@code adx} the smoothed {@code 100 * |plus - minus| / (plus + minus)} of
 * the two. A bar moves up by its high's rise or down by its low's fall, whichever is larger, and not at all where both
 * are equal.
 *
 * <p>The three sums are seeded with bars 1 to n - 1 only (one fewer than n) and then smoothed by {@code previous -
 * previous / n + current}. {@code plus_di} and {@code minus_di} are first valid at index n and are 0 where nothing
 * ranged. {@code adx} is the mean of the indices of bars n to 2n - 1 first, so first valid at index 2n - 1; then {@code
 * (previous * (n - 1) + current) / n}; a bar without range or direction adds 0 to the seed and leaves it alone later.
 * Source: TA-Lib's {@code ADX}, {@code PLUS_DI}, {@code MINUS_DI}, unstable period 0, but for their taking any sum below
 * 1e-8 for none.
 */
final class DirectionalMovement {
    private final int period;
    private final int bars;
    private final double plus;
    private final double minus;
    private final double range;
    private final double adx;
    private final double lastHigh;
    private final double lastLow;
    private final double lastClose;

    /**
     * Prepares from the closed bars {@code [from, to)} that precede the last one.
     *
     * @param period n, at least 2
     */
    DirectionalMovement(int period, BarSeries series, int from, int to) {
        this.period = period;
        this.bars = to - from;
        double[] highs = series.highs();
        double[] lows = series.lows();
        double[] closes = series.closes();
        double plusSum = 0;
        double minusSum = 0;
        double rangeSum = 0;
        int seeded = Math.min(to, from + period);
        for (int i = from + 1; i < seeded; i++) {
            double up = highs[i] - highs[i - 1];
            double down = lows[i - 1] - lows[i];
            plusSum += plus(up, down);
            minusSum += minus(up, down);
            rangeSum += TrueRange.of(highs[i], lows[i], closes[i - 1]);
        }
        double direction = 0;
        for (int i = seeded; i < to; i++) {
            double up = highs[i] - highs[i - 1];
            double down = lows[i - 1] - lows[i];
            plusSum = plusSum - plusSum / period + plus(up, down);
            minusSum = minusSum - minusSum / period + minus(up, down);
            rangeSum = rangeSum - rangeSum / period + TrueRange.of(highs[i], lows[i], closes[i - 1]);
            direction = direction(direction, plusSum, minusSum, rangeSum, i - from);
        }
        this.plus = plusSum;
        this.minus = minusSum;
        this.range = rangeSum;
        this.adx = direction;
        this.lastHigh = bars > 0 ? highs[to - 1] : Double.NaN;
        this.lastLow = bars > 0 ? lows[to - 1] : Double.NaN;
        this.lastClose = bars > 0 ? closes[to - 1] : Double.NaN;
    }

    /**
     * Writes {@code adx}, {@code plus_di} and {@code minus_di} with the last bar's values to {@code values} from index
     * {@code at} on; leaves alone what there are too few bars for.
     */
    void with(double high, double low, double[] values, int at) {
        if (bars < period) {
            return;
        }
        double up = high - lastHigh;
        double down = lastLow - low;
        double plusSum = plus - plus / period + plus(up, down);
        double minusSum = minus - minus / period + minus(up, down);
        double rangeSum = range - range / period + TrueRange.of(high, low, lastClose);
        if (bars >= 2 * period - 1) {
            values[at] = direction(adx, plusSum, minusSum, rangeSum, bars);
        }
        values[at + 1] = indicator(plusSum, rangeSum);
        values[at + 2] = indicator(minusSum, rangeSum);
    }

    /** {@code adx} after the bar at {@code index}; up to its first one, the sum it is the mean of. */
    private double direction(double before, double plusSum, double minusSum, double rangeSum, int index) {
        double plusDi = indicator(plusSum, rangeSum);
        double minusDi = indicator(minusSum, rangeSum);
        double both = minusDi + plusDi;
        double current = both == 0 ? 0 : 100 * (Math.abs(minusDi - plusDi) / both);
        if (index < 2 * period) {
            return index < 2 * period - 1 ? before + current : (before + current) / period;
        }
        return both == 0 ? before : Wilder.next(before, current, period);
    }

    private static double indicator(double movement, double range) {
        return range == 0 ? 0 : 100 * (movement / range);
    }

    static double plus(double up, double down) {
        return up > 0 && up > down ? up : 0;
    }

    static double minus(double up, double down) {
        return down > 0 && down > up ? down : 0;
    }
}
