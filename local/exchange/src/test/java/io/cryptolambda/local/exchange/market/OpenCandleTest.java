package io.cryptolambda.local.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.testing.Candles;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenCandleTest {
    @Test
    void shouldStayWithinHowItWillClose() {
        for (Candle closed : Candles.randomWalk(new Random(1), "BTCUSDT", 50)) {
            MarketValues all = closed.market();
            MarketValues before = null;
            for (long now = closed.openTime() + 1; now <= closed.closeTime(); now += 1_999) {
                MarketValues soFar = OpenCandle.at(closed, now).market();
                assertThat(soFar.open()).isEqualTo(all.open());
                assertThat(soFar.high()).isLessThanOrEqualTo(all.high());
                assertThat(soFar.low()).isGreaterThanOrEqualTo(all.low());
                assertThat(soFar.volume()).isLessThanOrEqualTo(all.volume());
                assertThat(before == null || before.trades() <= soFar.trades()).isTrue();
                before = soFar;
            }
        }
    }

    @Test
    void shouldReachHowItClosesAtItsEnd() {
        Candle closed = Candles.randomWalk(new Random(2), "BTCUSDT", 1).get(0);

        Candle last = OpenCandle.at(closed, closed.closeTime() + 1);

        assertThat(last.sameValues(closed)).isTrue();
    }
}
