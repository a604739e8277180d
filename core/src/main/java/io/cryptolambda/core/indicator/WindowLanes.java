package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;

/** The indicators that go through a window bar by bar, of one window in each lane. */
final class WindowLanes {
    private static final int LOOKBACK = Indicators.LOOKBACK;
    private static final int FLOW = 14;
    private static final int BAND = 20;
    private static final int DEVIATIONS = 2;

    private final MeanLanes sma20;
    private final MeanLanes sma50;
    private final MeanLanes sma200;
    private final EmaLanes ema12;
    private final EmaLanes ema50;
    private final MacdLanes macd;
    private final WilderLanes gain;
    private final WilderLanes loss;
    private final WilderLanes atr;
    private final MovementLanes movement;
    private final MeanLanes inflow;
    private final MeanLanes outflow;
    private final SquareLanes squares;
    private final SquareLanes returnSquares;
    private final LaneRecursion[] recursions;
    private final LaneRecursion[] aboutMeans;

    WindowLanes(BarSeries bars, BarRows rows) {
        int size = bars.size();
        int lanes = rows.lanes();
        BarChanges changes = new BarChanges(bars, rows.first());
        double[][] closes = rows.of(bars.closes(), size, 0);
        double[][] ranges = rows.of(changes.ranges, size, 0);
        double[][] logReturns = rows.of(changes.logReturns, size, LOOKBACK - BAND);
        sma20 = MeanLanes.ofLast(BAND, LOOKBACK, closes, lanes);
        sma50 = MeanLanes.ofLast(50, LOOKBACK, closes, lanes);
        sma200 = MeanLanes.ofLast(200, LOOKBACK, closes, lanes);
        ema12 = new EmaLanes(12, closes, lanes);
        ema50 = new EmaLanes(50, closes, lanes);
        macd = new MacdLanes(closes, lanes);
        gain = new WilderLanes(rows.of(changes.gains, size, 0), lanes);
        loss = new WilderLanes(rows.of(changes.losses, size, 0), lanes);
        atr = new WilderLanes(ranges, lanes);
        movement = new MovementLanes(rows.of(changes.ups, size, 0), rows.of(changes.downs, size, 0), ranges, lanes);
        inflow = MeanLanes.sumOfLast(FLOW, LOOKBACK, rows.of(changes.inflows, size, LOOKBACK - FLOW), lanes);
        outflow = MeanLanes.sumOfLast(FLOW, LOOKBACK, rows.of(changes.outflows, size, LOOKBACK - FLOW), lanes);
        MeanLanes meanReturn = MeanLanes.ofLast(BAND, LOOKBACK, logReturns, lanes);
        squares = new SquareLanes(BAND, LOOKBACK, sma20.results, closes);
        returnSquares = new SquareLanes(BAND, LOOKBACK, meanReturn.results, logReturns);
        recursions = new LaneRecursion[] {
            sma20, sma50, sma200, ema12, ema50, macd, gain, loss, atr, movement, inflow, outflow, meanReturn
        };
        aboutMeans = new LaneRecursion[] {squares, returnSquares};
    }

    /** Computes the windows whose first bar is in row {@code first}. */
    void run(int first) {
        LaneRecursion.run(recursions, first, 0, LOOKBACK);
        LaneRecursion.run(aboutMeans, first, LOOKBACK - BAND, LOOKBACK);
    }

    /** Whether the window of a lane is one that {@link #run} cannot compute. */
    boolean isPlain(int lane) {
        return movement.isPlain(lane);
    }

    /** Writes what the window of a lane gives. */
    void write(int lane, IndicatorColumns out, int row) {
        double middle = sma20.results[lane];
        double width = DEVIATIONS * Math.sqrt(squares.squares[lane] / BAND);
        double difference = macd.fast[lane] - macd.slow[lane];
        out.set(Indicator.SMA_20, row, middle);
        out.set(Indicator.SMA_50, row, sma50.results[lane]);
        out.set(Indicator.SMA_200, row, sma200.results[lane]);
        out.set(Indicator.EMA_12, row, ema12.averages[lane]);
        out.set(Indicator.EMA_26, row, macd.slow[lane]);
        out.set(Indicator.EMA_50, row, ema50.averages[lane]);
        out.set(Indicator.MACD, row, difference);
        out.set(Indicator.MACD_SIGNAL, row, macd.signal[lane]);
        out.set(Indicator.MACD_HIST, row, difference - macd.signal[lane]);
        out.set(Indicator.RSI_14, row, share(gain.means[lane], loss.means[lane]));
        out.set(Indicator.BB_UPPER, row, middle + width);
        out.set(Indicator.BB_MIDDLE, row, middle);
        out.set(Indicator.BB_LOWER, row, middle - width);
        out.set(Indicator.ATR_14, row, atr.means[lane]);
        out.set(Indicator.ADX_14, row, movement.adx[lane]);
        out.set(Indicator.PLUS_DI_14, row, 100 * (movement.plus[lane] / movement.range[lane]));
        out.set(Indicator.MINUS_DI_14, row, 100 * (movement.minus[lane] / movement.range[lane]));
        out.set(Indicator.MFI_14, row, share(inflow.results[lane], outflow.results[lane]));
        out.set(Indicator.VOLATILITY_20, row, Math.sqrt(returnSquares.squares[lane] / (BAND - 1)));
    }

    private static double share(double up, double down) {
        double sum = up + down;
        return sum == 0 ? 0 : 100 * (up / sum);
    }
}
