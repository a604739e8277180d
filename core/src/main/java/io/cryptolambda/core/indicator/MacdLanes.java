package io.cryptolambda.core.indicator;

/** {@link Macd}, a window in each lane. Its slow average is that of {@code ema_26}: same seed, same steps. */
final class MacdLanes extends LaneRecursion {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;
    private static final double FAST_FACTOR = Ema.factor(FAST);
    private static final double SLOW_FACTOR = Ema.factor(SLOW);
    private static final double SIGNAL_FACTOR = Ema.factor(SIGNAL);

    final double[] fast;
    final double[] slow;
    final double[] signal;
    private final double[] line;
    private final double[][] closes;

    MacdLanes(double[][] closes, int lanes) {
        this.closes = closes;
        fast = new double[lanes];
        slow = new double[lanes];
        signal = new double[lanes];
        line = new double[lanes];
    }

    @Override
    void step(int bar, int row) {
        double[] values = closes[row];
        if (bar < SLOW) {
            MeanLanes.add(slow, values, bar, SLOW);
            if (bar >= SLOW - FAST) {
                MeanLanes.add(fast, values, bar - (SLOW - FAST), FAST);
            }
        }
        if (bar >= SLOW + SIGNAL - 1) {
            step(fast, slow, signal, values);
        } else if (bar >= SLOW - 1) {
            seed(bar, values);
        }
    }

    private void seed(int bar, double[] values) {
        if (bar >= SLOW) {
            LaneLoops.ema(fast, values, FAST_FACTOR);
            LaneLoops.ema(slow, values, SLOW_FACTOR);
        }
        for (int lane = 0; lane < line.length; lane++) {
            line[lane] = fast[lane] - slow[lane];
        }
        MeanLanes.add(signal, line, bar - (SLOW - 1), SIGNAL);
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
