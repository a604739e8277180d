package io.cryptolambda.core.indicator;

/**
 * Moving average convergence/divergence: the exponential moving average over 12 closes minus that over 26, and its signal
 * line, the exponential moving average over 9 of that.
 *
 * <p>Both averages begin at the 26th bar: the slow one is seeded with the mean of the first 26 closes, the fast one with
 * the mean of the last 12 of these, so its seed lies later than that of a lone average over 12. The signal is seeded with
 * the mean of the first 9 differences. All three outputs are first valid at index 33. Source: TA-Lib's {@code MACD},
 * unstable period 0, its default compatibility.
 */
final class Macd {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;
    private static final int FIRST_SIGNAL = SLOW + SIGNAL - 2;
    private static final double FAST_FACTOR = Ema.factor(FAST);
    private static final double SLOW_FACTOR = Ema.factor(SLOW);
    private static final double SIGNAL_FACTOR = Ema.factor(SIGNAL);

    private final int bars;
    private final double fast;
    private final double slow;
    private final double signal;

    /** Prepares from a recursion that has taken all of the {@code bars} closed bars that precede the last one. */
    Macd(Recursion closed, int bars) {
        this.bars = bars;
        this.fast = closed.fast;
        this.slow = closed.slow;
        this.signal = closed.line;
    }

    /** The averages and the signal over closed bars, one after the other; up to their first ones, the sums. */
    static final class Recursion {
        private double fast;
        private double slow;
        private double line;

        /** Takes the bar at {@code index} of the lookback. */
        void take(int index, double close) {
            if (index >= SLOW) {
                fast = Ema.next(fast, close, FAST_FACTOR);
                slow = Ema.next(slow, close, SLOW_FACTOR);
                line = signal(line, fast - slow, index);
                return;
            }
            slow += close;
            if (index >= SLOW - FAST) {
                fast += close;
            }
            if (index == SLOW - 1) {
                fast /= FAST;
                slow /= SLOW;
                line = fast - slow;
            }
        }
    }

    /**
     * Writes the difference, its signal and the difference of the two with {@code close} as the last bar, in the quote
     * currency, to {@code values} from index {@code at} on; leaves them alone where there are too few bars.
     */
    void with(double close, double[] values, int at) {
        if (bars >= FIRST_SIGNAL) {
            double difference = Ema.next(fast, close, FAST_FACTOR) - Ema.next(slow, close, SLOW_FACTOR);
            double line = signal(signal, difference, bars);
            values[at] = difference;
            values[at + 1] = line;
            values[at + 2] = difference - line;
        }
    }

    /** The signal after the difference of the bar at {@code index}; up to its first one, the sum it is the mean of. */
    private static double signal(double before, double difference, int index) {
        if (index > FIRST_SIGNAL) {
            return Ema.next(before, difference, SIGNAL_FACTOR);
        }
        return index < FIRST_SIGNAL ? before + difference : (before + difference) / SIGNAL;
    }
}
