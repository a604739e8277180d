package io.cryptolambda.core.indicator;

/**
 * {@link DirectionalMovement} over 14 bars of many windows side by side, where the first bars of a window move at all:
 * the sums then stay above zero for good and no step has to ask. A window that does not begin so is told by {@link
 * #isPlain} and left to the plain form.
 */
final class MovementLanes {
    private static final int PERIOD = 14;

    final double[] plus;
    final double[] minus;
    final double[] range;
    final double[] adx;
    private final boolean[] still;

    MovementLanes(int lanes) {
        plus = new double[lanes];
        minus = new double[lanes];
        range = new double[lanes];
        adx = new double[lanes];
        still = new boolean[lanes];
    }

    /** Goes through the windows that begin at row {@code first} and end before row {@code end}. */
    void run(double[][] ups, double[][] downs, double[][] ranges, int first, int end) {
        int seeded = first + PERIOD;
        Lanes.sum(plus, ups, first + 1, seeded);
        Lanes.sum(minus, downs, first + 1, seeded);
        Lanes.sum(range, ranges, first + 1, seeded);
        for (int lane = 0; lane < adx.length; lane++) {
            adx[lane] = 0;
            still[lane] = plus[lane] + minus[lane] == 0;
        }
        int first14 = first + 2 * PERIOD;
        for (int row = seeded; row < first14; row++) {
            seed(plus, minus, range, adx, ups[row], downs[row], ranges[row]);
        }
        Lanes.divide(adx, PERIOD);
        for (int row = first14; row < end; row++) {
            step(plus, minus, range, adx, ups[row], downs[row], ranges[row]);
        }
    }

    /** Whether a window has to be computed by the plain form. */
    boolean isPlain(int lane) {
        return still[lane];
    }

    private static void seed(
            double[] plus,
            double[] minus,
            double[] range,
            double[] adx,
            double[] ups,
            double[] downs,
            double[] ranges) {
        for (int lane = 0; lane < adx.length; lane++) {
            double up = plus[lane] - Fourteenth.of(plus[lane]) + ups[lane];
            double down = minus[lane] - Fourteenth.of(minus[lane]) + downs[lane];
            double wide = range[lane] - Fourteenth.of(range[lane]) + ranges[lane];
            plus[lane] = up;
            minus[lane] = down;
            range[lane] = wide;
            double plusDi = 100 * (up / wide);
            double minusDi = 100 * (down / wide);
            adx[lane] += 100 * (Math.abs(minusDi - plusDi) / (minusDi + plusDi));
        }
    }

    private static void step(
            double[] plus,
            double[] minus,
            double[] range,
            double[] adx,
            double[] ups,
            double[] downs,
            double[] ranges) {
        for (int lane = 0; lane < adx.length; lane++) {
            double up = plus[lane] - Fourteenth.of(plus[lane]) + ups[lane];
            double down = minus[lane] - Fourteenth.of(minus[lane]) + downs[lane];
            double wide = range[lane] - Fourteenth.of(range[lane]) + ranges[lane];
            plus[lane] = up;
            minus[lane] = down;
            range[lane] = wide;
            double plusDi = 100 * (up / wide);
            double minusDi = 100 * (down / wide);
            double index = 100 * (Math.abs(minusDi - plusDi) / (minusDi + plusDi));
            adx[lane] = Fourteenth.of(adx[lane] * 13 + index);
        }
    }
}
