package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;

/** The indicators that go through a window bar by bar, of one window in each lane. */
final class WindowLanes {
    private static final int WILDER = 14;
    private static final int BAND = 20;
    private static final int DEVIATIONS = 2;

    private final double[][] closes;
    private final double[][] gains;
    private final double[][] losses;
    private final double[][] ranges;
    private final double[][] ups;
    private final double[][] downs;
    private final double[][] logReturns;
    private final double[][] inflows;
    private final double[][] outflows;

    private final double[] sma20;
    private final double[] sma50;
    private final double[] sma200;
    private final double[] ema12;
    private final double[] ema50;
    private final MacdLanes macd;
    private final double[] gain;
    private final double[] loss;
    private final double[] atr;
    private final MovementLanes movement;
    private final double[] squares;
    private final double[] meanReturn;
    private final double[] returnSquares;
    private final double[] inflow;
    private final double[] outflow;

    WindowLanes(BarSeries bars, BarRows rows) {
        int size = bars.size();
        BarChanges changes = new BarChanges(bars, rows.first());
        closes = rows.of(bars.closes(), size, 0);
        gains = rows.of(changes.gains, size, 0);
        losses = rows.of(changes.losses, size, 0);
        ranges = rows.of(changes.ranges, size, 0);
        ups = rows.of(changes.ups, size, 0);
        downs = rows.of(changes.downs, size, 0);
        logReturns = rows.of(changes.logReturns, size, Indicators.LOOKBACK - BAND);
        inflows = rows.of(changes.inflows, size, Indicators.LOOKBACK - WILDER);
        outflows = rows.of(changes.outflows, size, Indicators.LOOKBACK - WILDER);
        int lanes = rows.lanes();
        sma20 = new double[lanes];
        sma50 = new double[lanes];
        sma200 = new double[lanes];
        ema12 = new double[lanes];
        ema50 = new double[lanes];
        macd = new MacdLanes(lanes);
        gain = new double[lanes];
        loss = new double[lanes];
        atr = new double[lanes];
        movement = new MovementLanes(lanes);
        squares = new double[lanes];
        meanReturn = new double[lanes];
        returnSquares = new double[lanes];
        inflow = new double[lanes];
        outflow = new double[lanes];
    }

    /** Computes the windows whose first bar is in row {@code first}. */
    void run(int first) {
        int end = first + Indicators.LOOKBACK;
        Lanes.mean(sma20, closes, end - 20, end);
        Lanes.mean(sma50, closes, end - 50, end);
        Lanes.mean(sma200, closes, end - 200, end);
        ema(ema12, 12, first, end);
        ema(ema50, 50, first, end);
        macd.run(closes, first, end);
        wilder(gain, gains, first, end);
        wilder(loss, losses, first, end);
        wilder(atr, ranges, first, end);
        movement.run(ups, downs, ranges, first, end);
        Lanes.squares(squares, sma20, closes, end - BAND, end);
        Lanes.mean(meanReturn, logReturns, end - BAND, end);
        Lanes.squares(returnSquares, meanReturn, logReturns, end - BAND, end);
        Lanes.sum(inflow, inflows, end - WILDER, end);
        Lanes.sum(outflow, outflows, end - WILDER, end);
    }

    /** Whether the window of a lane is one that {@link #run} cannot compute. */
    boolean isPlain(int lane) {
        return movement.isPlain(lane);
    }

    /** Writes what the window of a lane gives. */
    void write(int lane, IndicatorColumns out, int row) {
        double middle = sma20[lane];
        double width = DEVIATIONS * Math.sqrt(squares[lane] / BAND);
        double difference = macd.fast[lane] - macd.slow[lane];
        out.set(Indicator.SMA_20, row, middle);
        out.set(Indicator.SMA_50, row, sma50[lane]);
        out.set(Indicator.SMA_200, row, sma200[lane]);
        out.set(Indicator.EMA_12, row, ema12[lane]);
        out.set(Indicator.EMA_26, row, macd.slow[lane]);
        out.set(Indicator.EMA_50, row, ema50[lane]);
        out.set(Indicator.MACD, row, difference);
        out.set(Indicator.MACD_SIGNAL, row, macd.signal[lane]);
        out.set(Indicator.MACD_HIST, row, difference - macd.signal[lane]);
        out.set(Indicator.RSI_14, row, share(gain[lane], loss[lane]));
        out.set(Indicator.BB_UPPER, row, middle + width);
        out.set(Indicator.BB_MIDDLE, row, middle);
        out.set(Indicator.BB_LOWER, row, middle - width);
        out.set(Indicator.ATR_14, row, atr[lane]);
        out.set(Indicator.ADX_14, row, movement.adx[lane]);
        out.set(Indicator.PLUS_DI_14, row, 100 * (movement.plus[lane] / movement.range[lane]));
        out.set(Indicator.MINUS_DI_14, row, 100 * (movement.minus[lane] / movement.range[lane]));
        out.set(Indicator.MFI_14, row, share(inflow[lane], outflow[lane]));
        out.set(Indicator.VOLATILITY_20, row, Math.sqrt(returnSquares[lane] / (BAND - 1)));
    }

    private void ema(double[] averages, int period, int first, int end) {
        Lanes.mean(averages, closes, first, first + period);
        Lanes.ema(averages, closes, first + period, end, Ema.factor(period));
    }

    /** The first bar of a window has no change. */
    private static void wilder(double[] means, double[][] rows, int first, int end) {
        Lanes.mean(means, rows, first + 1, first + 1 + WILDER);
        Lanes.wilder(means, rows, first + 1 + WILDER, end);
    }

    private static double share(double up, double down) {
        double sum = up + down;
        return sum == 0 ? 0 : 100 * (up / sum);
    }
}
