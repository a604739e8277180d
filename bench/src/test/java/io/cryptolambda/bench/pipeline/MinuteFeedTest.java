package io.cryptolambda.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteFeedTest {
    @Test
    void shouldKnowHowManyCandlesTheNewestBarsHold() {
        MinuteFeed feed = new MinuteFeed(2);
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            candles.add(feed.next(i % 2));
        }

        List<MinuteFeed.Newest> newest = feed.newest();

        assertThat(newest).hasSize(2 * Interval.values().length);
        assertThat(newest).allSatisfy(bar -> assertThat(candles)
                .filteredOn(candle -> candle.symbol().equals(bar.symbol())
                        && bar.interval().openTime(candle.openTime()) == bar.openTime())
                .hasSize(bar.candles()));
    }
}
