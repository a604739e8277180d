package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.MarketValues;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** ta4j's indicators over a slice of bars, their last values. */
final class Ta4j {
    private final BarSeries series;
    private final Map<Indicator, org.ta4j.core.Indicator<Num>> indicators = new EnumMap<>(Indicator.class);

    Ta4j(List<Bar> bars) {
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        bars.forEach(this::add);
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator mean = new SMAIndicator(close, 20);
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(mean);
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        SMAIndicator slowK = new SMAIndicator(new StochasticOscillatorKIndicator(series, 14), 3);
        indicators.put(Indicator.SMA_20, mean);
        indicators.put(Indicator.SMA_50, new SMAIndicator(close, 50));
        indicators.put(Indicator.SMA_200, new SMAIndicator(close, 200));
        indicators.put(Indicator.EMA_12, new EMAIndicator(close, 12));
        indicators.put(Indicator.EMA_26, new EMAIndicator(close, 26));
        indicators.put(Indicator.RSI_14, new RSIIndicator(close, 14));
        indicators.put(Indicator.BB_UPPER, new BollingerBandsUpperIndicator(middle, deviation));
        indicators.put(Indicator.BB_MIDDLE, middle);
        indicators.put(Indicator.BB_LOWER, new BollingerBandsLowerIndicator(middle, deviation));
        indicators.put(Indicator.ATR_14, new ATRIndicator(series, 14));
        indicators.put(Indicator.ADX_14, new ADXIndicator(series, 14));
        indicators.put(Indicator.PLUS_DI_14, new PlusDIIndicator(series, 14));
        indicators.put(Indicator.MINUS_DI_14, new MinusDIIndicator(series, 14));
        indicators.put(Indicator.STOCH_K, slowK);
        indicators.put(Indicator.STOCH_D, new SMAIndicator(slowK, 3));
    }

    /** The last value; there must be such an indicator. */
    double last(Indicator indicator) {
        return indicators.get(indicator).getValue(series.getEndIndex()).doubleValue();
    }

    private void add(Bar bar) {
        MarketValues market = bar.market();
        series.addBar(
                Duration.ofMillis(bar.interval().millis()),
                Instant.ofEpochMilli(bar.end()).atZone(ZoneOffset.UTC),
                DoubleNum.valueOf(market.open()),
                DoubleNum.valueOf(market.high()),
                DoubleNum.valueOf(market.low()),
                DoubleNum.valueOf(market.close()),
                DoubleNum.valueOf(market.volume()));
    }
}
