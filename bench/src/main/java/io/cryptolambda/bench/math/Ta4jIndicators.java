package io.cryptolambda.bench.math;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
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
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** Our indicators as ta4j has them, in double: it has no bounded lookback. */
final class Ta4jIndicators {
    private static final int SMOOTHED = 14;

    private final BarSeries series;

    Ta4jIndicators(GeneratedBars bars) {
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < bars.closes.length; i++) {
            series.addBar(
                    Duration.ofMinutes(1),
                    Instant.ofEpochMilli(bars.series.openTime(i) + 60_000).atZone(ZoneOffset.UTC),
                    i == 0 ? bars.closes[0] : bars.closes[i - 1],
                    bars.highs[i],
                    bars.lows[i],
                    bars.closes[i],
                    bars.volumes[i]);
        }
    }

    /** Asks each indicator for each bar with a full lookback. */
    void run(Blackhole sink) {
        List<Indicator<Num>> indicators = indicators();
        for (int i = GeneratedBars.BEFORE; i < series.getBarCount(); i++) {
            for (Indicator<Num> indicator : indicators) {
                sink.consume(indicator.getValue(i));
            }
        }
    }

    private List<Indicator<Num>> indicators() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        List<Indicator<Num>> all = new ArrayList<>();
        for (int period : new int[] {20, 50, 200}) {
            all.add(new SMAIndicator(close, period));
        }
        for (int period : new int[] {12, 26, 50}) {
            all.add(new EMAIndicator(close, period));
        }
        MACDIndicator macd = new MACDIndicator(close, 12, 26);
        all.add(macd);
        all.add(new EMAIndicator(macd, 9));
        all.add(new RSIIndicator(close, SMOOTHED));
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        all.add(middle);
        all.add(new BollingerBandsUpperIndicator(middle, deviation));
        all.add(new BollingerBandsLowerIndicator(middle, deviation));
        all.add(new ATRIndicator(series, SMOOTHED));
        all.add(new ADXIndicator(series, SMOOTHED));
        all.add(new PlusDIIndicator(series, SMOOTHED));
        all.add(new MinusDIIndicator(series, SMOOTHED));
        SMAIndicator stochastic = new SMAIndicator(new StochasticOscillatorKIndicator(series, SMOOTHED), 3);
        all.add(stochastic);
        all.add(new SMAIndicator(stochastic, 3));
        all.add(new MoneyFlowIndexIndicator(series, SMOOTHED));
        return all;
    }
}
