package io.cryptolambda.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.MarketValues;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rolling features of DESIGN section 2, each from its own slice of the lookback. */
public final class NaiveFeatures {
    private static final long MINUTE = 60_000;

    private final List<Candle> lookback;
    private final double[] closes;
    private final double[] volumes;

    private NaiveFeatures(List<Candle> lookback) {
        this.lookback = lookback;
        this.closes = column(market -> market.close().doubleValue());
        this.volumes = column(market -> market.volume().doubleValue());
    }

    /** The features of the last candle of {@code lookback}: the existing candles up to it in open-time order, 1 to 61. */
    public static Features of(List<Candle> lookback) {
        NaiveFeatures naive = new NaiveFeatures(lookback);
        double[] values =
                Arrays.stream(Feature.values()).mapToDouble(naive::value).toArray();
        return new Features(values, naive.gapMinutes(), lookback.size());
    }

    private double value(Feature feature) {
        return switch (feature) {
            case LOG_RETURN_1 -> logReturn(1);
            case LOG_RETURN_5 -> logReturn(5);
            case LOG_RETURN_15 -> logReturn(15);
            case LOG_RETURN_60 -> logReturn(60);
            case VOLATILITY_15 -> volatility(15);
            case VOLATILITY_60 -> volatility(60);
            case PARKINSON_60 -> reaches(60) ? parkinson() : Double.NaN;
            case VWAP_15 -> ratio(column(market -> market.quoteVolume().doubleValue()), volumes, 15);
            case VWAP_60 -> ratio(column(market -> market.quoteVolume().doubleValue()), volumes, 60);
            case SMA_20 -> mean(closes, 20);
            case ZSCORE_20 -> reaches(20) ? Statistics.lastScore(Statistics.last(closes, 20)) : Double.NaN;
            case VOLUME_ZSCORE_60 -> reaches(60) ? Statistics.lastScore(Statistics.last(volumes, 60)) : Double.NaN;
            case TAKER_BUY_RATIO_15 ->
                ratio(column(market -> market.takerBuyVolume().doubleValue()), volumes, 15);
            case HIGH_60 -> reaches(60) ? highest() : Double.NaN;
            case LOW_60 -> reaches(60) ? lowest() : Double.NaN;
            case DRAWDOWN_60 -> reaches(60) ? closes[closes.length - 1] / highest() - 1 : Double.NaN;
            case TRADES_AVG_60 -> mean(column(MarketValues::trades), 60);
        };
    }

    private double logReturn(int n) {
        int last = closes.length - 1;
        return reaches(n + 1) ? StrictMath.log(closes[last] / closes[last - n]) : Double.NaN;
    }

    private double volatility(int n) {
        return reaches(n + 1)
                ? Statistics.sampleDeviation(Statistics.last(Statistics.logReturns(closes), n))
                : Double.NaN;
    }

    private double parkinson() {
        double[] ranges = column(market ->
                StrictMath.log(market.high().doubleValue() / market.low().doubleValue()));
        double[] squares = Arrays.stream(Statistics.last(ranges, 60))
                .map(range -> range * range)
                .toArray();
        return Math.sqrt(Statistics.sum(squares) / (4 * 60 * StrictMath.log(2)));
    }

    private double ratio(double[] part, double[] whole, int n) {
        return reaches(n)
                ? Statistics.sum(Statistics.last(part, n)) / Statistics.sum(Statistics.last(whole, n))
                : Double.NaN;
    }

    private double mean(double[] values, int n) {
        return reaches(n) ? Statistics.mean(Statistics.last(values, n)) : Double.NaN;
    }

    private double highest() {
        double[] highs = column(market -> market.high().doubleValue());
        return Arrays.stream(Statistics.last(highs, 60)).max().orElseThrow();
    }

    private double lowest() {
        double[] lows = column(market -> market.low().doubleValue());
        return Arrays.stream(Statistics.last(lows, 60)).min().orElseThrow();
    }

    private Long gapMinutes() {
        int last = lookback.size() - 1;
        return reaches(2)
                ? (lookback.get(last).openTime() - lookback.get(last - 1).openTime()) / MINUTE - 1
                : null;
    }

    private boolean reaches(int candles) {
        return lookback.size() >= candles;
    }

    private double[] column(ToDoubleFunction<MarketValues> value) {
        return lookback.stream().map(Candle::market).mapToDouble(value).toArray();
    }
}
