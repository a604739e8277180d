package io.cryptolambda.core.indicator;

/**
 * {@link Macd} of many windows side by side. Its slow average is that of {@code ema_26}: same seed, same steps.
 */
final class MacdLanes {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;
    private static final double FAST_FACTOR = Ema.factor(FAST);
    private static final double SLOW_FACTOR = Ema.factor(SLOW);
    private static final double SIGNAL_FACTOR = Ema.factor(SIGNAL);

    final double[] fast;
    final double[] slow;
    final double[] signal;

    MacdLanes(int lanes) {
        fast = new double[lanes];
        slow = new double[lanes];
        signal = new double[lanes];
    }

    /** Goes through the windows that begin at row {@code first} and end before row {@code end}. */
    void run(double[][] closes, int first, int end) {
        Lanes.mean(fast, closes, first + SLOW - FAST, first + SLOW);
        Lanes.mean(slow, closes, first, first + SLOW);
        for (int lane = 0; lane < signal.length; lane++) {
            signal[lane] = fast[lane] - slow[lane];
        }
        int seeded = first + SLOW + SIGNAL - 1;
        for (int row = first + SLOW; row < seeded; row++) {
            seed(fast, slow, signal, closes[row]);
        }
        Lanes.divide(signal, SIGNAL);
        for (int row = seeded; row < end; row++) {
            step(fast, slow, signal, closes[row]);
        }
    }

    private static void seed(double[] fast, double[] slow, double[] signal, double[] closes) {
        for (int lane = 0; lane < closes.length; lane++) {
            double close = closes[lane];
            double faster = (close - fast[lane]) * FAST_FACTOR + fast[lane];
            double slower = (close - slow[lane]) * SLOW_FACTOR + slow[lane];
            fast[lane] = faster;
            slow[lane] = slower;
            signal[lane] += faster - slower;
        }
    }

    private static void step(double[] fast, double[] slow, double[] signal, double[] closes) {
        for (int lane = 0; lane < closes.length; lane++) {
            double close = closes[lane];
            double faster = (close - fast[lane]) * FAST_FACTOR + fast[lane];
            double slower = (close - slow[lane]) * SLOW_FACTOR + slow[lane];
            fast[lane] = faster;
            slow[lane] = slower;
            signal[lane] = (faster - slower - signal[lane]) * SIGNAL_FACTOR + signal[lane];
        }
    }
}
