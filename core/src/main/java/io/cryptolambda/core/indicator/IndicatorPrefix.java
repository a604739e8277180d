package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.MarketValues;
import java.util.Arrays;

/**
 * All indicators of a bar, prepared from the closed bars before it in its lookback. Preparing costs in proportion to the
 * lookback; {@link #with} is constant time and may be asked as often as the bar in progress changes. Immutable, and
 * independent of the series once made.
 */
public final class IndicatorPrefix {
    private final Sma sma20;
    private final Sma sma50;
    private final Sma sma200;
    private final Ema ema12;
    private final Ema ema26;
    private final Ema ema50;
    private final Macd macd;
    private final Rsi rsi14;
    private final Bollinger bollinger;
    private final Atr atr14;
    private final DirectionalMovement movement14;
    private final Stochastic stochastic;
    private final Mfi mfi14;
    private final Volatility volatility20;

    private IndicatorPrefix(BarSeries bars, int from, int to) {
        double[] closes = bars.closes();
        sma20 = new Sma(20, closes, from, to);
        sma50 = new Sma(50, closes, from, to);
        sma200 = new Sma(200, closes, from, to);
        bollinger = new Bollinger(20, 2, closes, from, to);
        stochastic = new Stochastic(bars, from, to);
        mfi14 = new Mfi(14, bars, from, to);
        volatility20 = new Volatility(20, closes, from, to);
        Recursions recursions = new Recursions(bars, from, to);
        int count = to - from;
        double lastClose = count > 0 ? closes[to - 1] : Double.NaN;
        ema12 = new Ema(recursions.ema12, count);
        ema26 = new Ema(recursions.ema26, count);
        ema50 = new Ema(recursions.ema50, count);
        macd = new Macd(recursions.macd, count);
        rsi14 = new Rsi(recursions.rsi14, count, lastClose);
        atr14 = new Atr(recursions.atr14, count, lastClose);
        movement14 = new DirectionalMovement(recursions.movement14, bars, from, to);
    }

    /**
     * Prepares for the bar at index {@code bar} from the bars before it, of which only the last {@link
     * Indicators#LOOKBACK} - 1 count.
     *
     * @param bars index 0 being the symbol's first bar or at least {@link Indicators#LOOKBACK} - 1 bars back; the bar at
     *     index {@code bar} itself need not be there
     */
    public static IndicatorPrefix before(BarSeries bars, int bar) {
        return before(bars, bar, Indicators.LOOKBACK);
    }

    /** Like the public one, of {@code lookback} bars instead: TA-Lib's published values are over whole series. */
    static IndicatorPrefix before(BarSeries bars, int bar, int lookback) {
        return new IndicatorPrefix(bars, Math.max(0, bar - lookback + 1), bar);
    }

    /** The indicators with a bar of these market values as the last. */
    public Indicators with(MarketValues market) {
        return with(
                market.high().doubleValue(),
                market.low().doubleValue(),
                market.close().doubleValue(),
                market.volume().doubleValue(),
                market.quoteVolume().doubleValue());
    }

    /**
     * The indicators with a bar of these values as the last.
     *
     * @param high in the quote currency, as are {@code low} and {@code close}
     * @param volume in the base currency
     * @param quoteVolume in the quote currency
     */
    public Indicators with(double high, double low, double close, double volume, double quoteVolume) {
        double[] values = new double[Indicator.COUNT];
        Arrays.fill(values, Double.NaN);
        values[Indicator.SMA_20.ordinal()] = sma20.with(close);
        values[Indicator.SMA_50.ordinal()] = sma50.with(close);
        values[Indicator.SMA_200.ordinal()] = sma200.with(close);
        values[Indicator.EMA_12.ordinal()] = ema12.with(close);
        values[Indicator.EMA_26.ordinal()] = ema26.with(close);
        values[Indicator.EMA_50.ordinal()] = ema50.with(close);
        macd.with(close, values, Indicator.MACD.ordinal());
        values[Indicator.RSI_14.ordinal()] = rsi14.with(close);
        bollinger.with(close, values, Indicator.BB_UPPER.ordinal());
        values[Indicator.ATR_14.ordinal()] = atr14.with(high, low);
        movement14.with(high, low, values, Indicator.ADX_14.ordinal());
        stochastic.with(high, low, close, values, Indicator.STOCH_K.ordinal());
        values[Indicator.MFI_14.ordinal()] = mfi14.with(high, low, close, volume);
        values[Indicator.VWAP.ordinal()] = quoteVolume / volume;
        values[Indicator.VOLATILITY_20.ordinal()] = volatility20.with(close);
        return new Indicators(values);
    }
}
