package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** TA-Lib's published values on BTCUSDT 2024-01-01 (see the notes of the real data). */
class TaLibRealDataTest {
    @Test
    void shouldGiveTaLibsGoldenValuesWithinTheLookback() throws IOException {
        double[] closes =
                ArchiveFile.of(RealData.dailyZip("BTCUSDT", "1m", "2024-01-01"))
                        .orElseThrow()
                        .candles("binance")
                        .stream()
                        .mapToDouble(candle -> candle.market().close().doubleValue())
                        .toArray();

        assertThat(at(closes, 19).sma20()).isCloseTo(42431.2115, within(1e-4));
        assertThat(at(closes, 1439).sma20()).isCloseTo(44109.1395, within(1e-4));
        assertThat(at(closes, 14).rsi14()).isCloseTo(86.0372188606, within(1e-9));
        // Over the full series TA-Lib gives this too: 400 bars back the seed no longer shows.
        assertThat(at(closes, 1439).rsi14()).isCloseTo(72.8172317210, within(1e-9));
    }

    private static Indicators at(double[] closes, int bar) {
        return IndicatorPrefix.before(closes, bar).with(closes[bar]);
    }
}
