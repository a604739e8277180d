package io.cryptolambda.oracle;

import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import java.util.Arrays;
import java.util.List;

/** The indicators of DESIGN section 2: each function run over the whole lookback, its last output taken. */
public final class NaiveIndicators {
    private final List<BarValues> bars;
    private final double[] closes;
    private final NaiveMacd macd;
    private final NaiveDirection direction;
    private final double[] stochasticK;
    private final double[] stochasticD;

    private NaiveIndicators(List<BarValues> bars) {
        this.bars = bars;
        this.closes = bars.stream().mapToDouble(BarValues::close).toArray();
        this.macd = NaiveMacd.of(closes);
        this.direction = new NaiveDirection(bars);
        this.stochasticK = NaiveAverages.simple(NaiveOscillators.fastK(bars), 3);
        this.stochasticD = NaiveAverages.simple(stochasticK, 3);
    }

    /** The indicators of the last of {@code bars}, its lookback in open-time order, 1 to 400. */
    public static Indicators of(List<BarValues> bars) {
        NaiveIndicators naive = new NaiveIndicators(bars);
        return new Indicators(
                Arrays.stream(Indicator.values()).mapToDouble(naive::value).toArray());
    }

    private double value(Indicator indicator) {
        return switch (indicator) {
            case SMA_20, BB_MIDDLE -> mean(20);
            case SMA_50 -> mean(50);
            case SMA_200 -> mean(200);
            case EMA_12 -> last(NaiveAverages.exponential(closes, 12));
            case EMA_26 -> last(NaiveAverages.exponential(closes, 26));
            case EMA_50 -> last(NaiveAverages.exponential(closes, 50));
            case MACD -> macd.valid() ? last(macd.line()) : Double.NaN;
            case MACD_SIGNAL -> last(macd.signal());
            case MACD_HIST -> macd.valid() ? last(macd.line()) - last(macd.signal()) : Double.NaN;
            case RSI_14 -> last(NaiveOscillators.rsi(closes));
            case BB_UPPER -> bollinger(2);
            case BB_LOWER -> bollinger(-2);
            case ATR_14 -> last(direction.averageTrueRange());
            case ADX_14 -> direction.adx();
            case PLUS_DI_14 -> last(direction.plusDi());
            case MINUS_DI_14 -> last(direction.minusDi());
            case STOCH_K -> stochasticD.length == 0 ? Double.NaN : last(stochasticK);
            case STOCH_D -> last(stochasticD);
            case MFI_14 -> NaiveOscillators.moneyFlow(bars);
            case VWAP ->
                bars.get(bars.size() - 1).quoteVolume()
                        / bars.get(bars.size() - 1).volume();
            case VOLATILITY_20 ->
                closes.length < 21
                        ? Double.NaN
                        : Statistics.sampleDeviation(Statistics.logReturns(Statistics.last(closes, 21)));
        };
    }

    private double mean(int n) {
        return closes.length < n ? Double.NaN : Statistics.mean(Statistics.last(closes, n));
    }

    private double bollinger(int deviations) {
        if (closes.length < 20) {
            return Double.NaN;
        }
        double[] window = Statistics.last(closes, 20);
        return Statistics.mean(window) + deviations * Statistics.populationDeviation(window);
    }

    private static double last(double[] outputs) {
        return outputs.length == 0 ? Double.NaN : outputs[outputs.length - 1];
    }
}
