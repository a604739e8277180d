package io.cryptolambda.bench.math;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.indicator.BarSeries;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Generated bars: of one minute, as the length of a bar does not matter to an indicator. */
@State(Scope.Thread)
public class GeneratedBars {
    /** Number of bars with a full lookback. */
    static final int BARS = 4096;

    /** Bars before the first of them. */
    static final int BEFORE = 399;

    final double[] highs = new double[BEFORE + BARS];
    final double[] lows = new double[BEFORE + BARS];
    final double[] closes = new double[BEFORE + BARS];
    final double[] volumes = new double[BEFORE + BARS];
    final double[] quoteVolumes = new double[BEFORE + BARS];
    final BarSeries series = new BarSeries(BEFORE + BARS);

    public GeneratedBars() {
        for (Candle candle : Day.candles(BEFORE + BARS)) {
            int i = series.put(Bar.of(candle));
            highs[i] = series.high(i);
            lows[i] = series.low(i);
            closes[i] = series.close(i);
            volumes[i] = series.volume(i);
            quoteVolumes[i] = candle.market().quoteVolume().doubleValue();
        }
    }
}
