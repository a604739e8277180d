package io.cryptolambda.core.feature;

import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Interval;
import java.util.Arrays;

/**
 * The rolling features of one candle, each by its definition (DESIGN section 2) over columns: a sum runs over exactly the
 * values of its window, oldest first; a deviation takes the squares about the mean in a second pass. Allocates the result
 * alone.
 */
final class RollingFeatures {
    private static final double PARKINSON_60 = 4 * 60 * StrictMath.log(2);

    private final CandleColumns columns;
    private final int at;
    private final double[] values = new double[Feature.COUNT];

    private RollingFeatures(CandleColumns columns, int at) {
        this.columns = columns;
        this.at = at;
        Arrays.fill(values, Double.NaN);
    }

    /** The features of the candle at {@code at}, of {@code lookback} candles with itself. */
    static Features at(CandleColumns columns, int at, int lookback) {
        RollingFeatures features = new RollingFeatures(columns, at);
        features.fill(lookback);
        long[] openTimes = columns.openTimes;
        Long gap = lookback == 1 ? null : (openTimes[at] - openTimes[at - 1]) / Interval.ONE_MINUTE.millis() - 1;
        return new Features(features.values, gap, lookback);
    }

    private void fill(int lookback) {
        if (lookback > 1) {
            set(Feature.LOG_RETURN_1, columns.logReturns[at]);
        }
        if (lookback > 5) {
            set(Feature.LOG_RETURN_5, logReturn(5));
        }
        if (lookback >= 15) {
            fillSumsOf15();
        }
        if (lookback > 15) {
            set(Feature.LOG_RETURN_15, logReturn(15));
            set(Feature.VOLATILITY_15, volatility(15));
        }
        if (lookback >= 20) {
            fillCloseScore();
        }
        if (lookback >= 60) {
            fillSumsOf60();
            fillRangeOf60();
        }
        if (lookback > 60) {
            set(Feature.LOG_RETURN_60, logReturn(60));
            set(Feature.VOLATILITY_60, volatility(60));
        }
    }

    private double logReturn(int n) {
        return StrictMath.log(columns.closes[at] / columns.closes[at - n]);
    }

    private double volatility(int n) {
        double mean = sum(columns.logReturns, n) / n;
        return Math.sqrt(squaresAbout(mean, columns.logReturns, n) / (n - 1));
    }

    private void fillSumsOf15() {
        double base = 0;
        double quote = 0;
        double taker = 0;
        for (int i = at - 14; i <= at; i++) {
            base += columns.volumes[i];
            quote += columns.quoteVolumes[i];
            taker += columns.takerVolumes[i];
        }
        set(Feature.VWAP_15, quote / base);
        set(Feature.TAKER_BUY_RATIO_15, taker / base);
    }

    private void fillCloseScore() {
        double mean = sum(columns.closes, 20) / 20;
        set(Feature.SMA_20, mean);
        set(Feature.ZSCORE_20, score(mean, columns.closes, 20));
    }

    private void fillSumsOf60() {
        double base = 0;
        double quote = 0;
        double trades = 0;
        double ranges = 0;
        for (int i = at - 59; i <= at; i++) {
            base += columns.volumes[i];
            quote += columns.quoteVolumes[i];
            trades += columns.trades[i];
            ranges += columns.squaredRanges[i];
        }
        set(Feature.PARKINSON_60, Math.sqrt(ranges / PARKINSON_60));
        set(Feature.VWAP_60, quote / base);
        set(Feature.VOLUME_ZSCORE_60, score(base / 60, columns.volumes, 60));
        set(Feature.TRADES_AVG_60, trades / 60);
    }

    private void fillRangeOf60() {
        double high = columns.highs[at];
        double low = columns.lows[at];
        for (int i = at - 59; i < at; i++) {
            high = Math.max(high, columns.highs[i]);
            low = Math.min(low, columns.lows[i]);
        }
        set(Feature.HIGH_60, high);
        set(Feature.LOW_60, low);
        set(Feature.DRAWDOWN_60, columns.closes[at] / high - 1);
    }

    /** Absent where all are equal: a mean that is off by a rounding would make a score of the rounding. */
    private double score(double mean, double[] column, int n) {
        int first = at - n + 1;
        while (first < at && column[first] == column[at]) {
            first++;
        }
        return first == at ? Double.NaN : (column[at] - mean) / Math.sqrt(squaresAbout(mean, column, n) / n);
    }

    private double sum(double[] column, int n) {
        double sum = 0;
        for (int i = at - n + 1; i <= at; i++) {
            sum += column[i];
        }
        return sum;
    }

    private double squaresAbout(double mean, double[] column, int n) {
        double squares = 0;
        for (int i = at - n + 1; i <= at; i++) {
            double deviation = column[i] - mean;
            squares += deviation * deviation;
        }
        return squares;
    }

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }
}
