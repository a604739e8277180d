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
     * Prepares from a recursion that has taken all of the closed bars {@code [from, to)} that precede the last one.
     *
     * @param series the bars
     */
    DirectionalMovement(Recursion closed, BarSeries series, int from, int to) {
        this.period = closed.period;
        this.bars = to - from;
        this.plus = closed.plus;
        this.minus = closed.minus;
        this.range = closed.range;
        this.adx = closed.direction;
        this.lastHigh = bars > 0 ? series.high(to - 1) : Double.NaN;
        this.lastLow = bars > 0 ? series.low(to - 1) : Double.NaN;
        this.lastClose = bars > 0 ? series.close(to - 1) : Double.NaN;
    }

    /** The sums and {@code adx} over closed bars, one after the other. */
    static final class Recursion {
        private final int period;
        private double plus;
        private double minus;
        private double range;
        private double direction;

        /** @param period n, at least 2 */
        Recursion(int period) {
            this.period = period;
        }

        /** Takes the bar at {@code index} of the lookback, from 1 on. */
        void take(int index, double up, double down, double trueRange) {
            if (index < period) {
                plus += plus(up, down);
                minus += minus(up, down);
                range += trueRange;
                return;
            }
            plus = plus - Wilder.part(plus, period) + plus(up, down);
            minus = minus - Wilder.part(minus, period) + minus(up, down);
            range = range - Wilder.part(range, period) + trueRange;
            direction = direction(direction, plus, minus, range, index, period);
        }
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
            values[at] = direction(adx, plusSum, minusSum, rangeSum, bars, period);
        }
        values[at + 1] = indicator(plusSum, rangeSum);
        values[at + 2] = indicator(minusSum, rangeSum);
    }

    /** {@code adx} after the bar at {@code index}; up to its first one, the sum it is the mean of. */
    private static double direction(
            double before, double plusSum, double minusSum, double rangeSum, int index, int period) {
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
