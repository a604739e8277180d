package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.RealData;
import io.cryptolambda.core.testing.RealSpan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TA-Lib's values on the 1,440 minutes of BTCUSDT 2024-01-01, over the full series (notes of the real data). */
class GoldenValuesTest {
    @ParameterizedTest
    @CsvSource({
        "SMA_20, 19, 42431.2115",
        "SMA_20, 1439, 44109.1395",
        "RSI_14, 14, 86.0372188606",
        "RSI_14, 1439, 72.8172317210",
        "MACD, 33, -3.3310228934",
        "MACD_SIGNAL, 33, 19.2299414747",
        "MACD, 1439, 54.3490080549",
        "MACD_SIGNAL, 1439, 59.3937833088",
        "BB_UPPER, 19, 42559.8739753649",
        "BB_LOWER, 19, 42302.5490246351",
        "ATR_14, 14, 23.755",
        "ATR_14, 1439, 35.1933128325",
        "STOCH_K, 17, 87.8198208369",
        "STOCH_D, 17, 94.5268093421",
        "ADX_14, 27, 60.2738938303",
        "MFI_14, 14, 86.2525625963",
    })
    void shouldGiveTaLibsValuesOverTheFullSeries(Indicator indicator, int index, double value) throws IOException {
        List<Bar> bars = minutes();

        Indicators ours = IndicatorPrefix.before(RealSpan.series(bars), index, bars.size())
                .with(bars.get(index).market());

        // The published values are rounded to ten decimals; of Bollinger TA-Lib itself has fewer.
        assertThat(ours.get(indicator)).isCloseTo(value, within(indicator.name().startsWith("BB") ? 1e-6 : 1e-9));
    }

    @Test
    void shouldGiveTaLibsAverageOfTwentyBars() throws IOException {
        List<Bar> bars = minutes();
        double[] closes = RealSpan.series(bars).closes();

        assertThat(new Ema(20, closes, 0, 20).with(closes[20])).isCloseTo(42433.8875476191, within(1e-9));
        assertThat(new Ema(20, closes, 0, 1_439).with(closes[1_439])).isCloseTo(44102.9844017683, within(1e-9));
    }

    @Test
    void shouldGiveTheExactVwapOfTheDay() throws IOException {
        Bar day = RealSpan.ladder(minutes()).get(Interval.ONE_DAY).get(0);

        double vwap =
                IndicatorPrefix.before(new BarSeries(), 0).with(day.market()).get(Indicator.VWAP);

        assertThat(vwap).isCloseTo(43055.2295290614, within(1e-9));
    }

    private static List<Bar> minutes() throws IOException {
        List<Candle> candles = ArchiveFile.of(RealData.dailyZip("BTCUSDT", "1m", "2024-01-01"))
                .orElseThrow()
                .candles("binance");
        return candles.stream().map(Bar::of).toList();
    }
}
