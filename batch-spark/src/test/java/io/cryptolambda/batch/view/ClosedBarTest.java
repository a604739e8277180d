package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClosedBarTest {

    @Test
    void shouldCloseABarByItsLastMinute() {
        EnrichedBar bar = firstFiveMinutes(minutes(0, 1, 2, 3, 4));

        assertThat(bar.closed()).isTrue();
        assertThat(bar.asOf()).isEqualTo(positionOf(4));
    }

    @Test
    void shouldKeepABarOpenUntilALaterCandleComes() {
        assertThat(firstFiveMinutes(minutes(0, 1, 2, 3)).closed()).isFalse();
    }

    @Test
    void shouldRestOnTheRecordThatClosedItWhereTheLastMinuteIsMissing() {
        EnrichedBar bar = firstFiveMinutes(minutes(0, 1, 2, 7, 5));

        assertThat(bar.closed()).isTrue();
        assertThat(bar.asOf())
                .as("minute 7 was the first in the log past the end")
                .isEqualTo(positionOf(3));
    }

    @Test
    void shouldRestOnALateCandleThatCameAfterTheClosing() {
        EnrichedBar bar = firstFiveMinutes(minutes(0, 1, 7, 2));

        assertThat(bar.closed()).isTrue();
        assertThat(bar.asOf()).isEqualTo(positionOf(3));
    }

    @Test
    void shouldNotCountTheClosingOnceTheLastMinuteIsThere() {
        EnrichedBar bar = firstFiveMinutes(minutes(0, 1, 4, 7));

        assertThat(bar.asOf()).isEqualTo(positionOf(2));
    }

    private static List<Candle> minutes(long... minutes) {
        return LongStream.of(minutes)
                .mapToObj(minute -> Candles.candle(minute, "100.00"))
                .toList();
    }

    private static long positionOf(int record) {
        return RandomLog.positioned(minutes(0, 0, 0, 0, 0), 0, 0)
                .get(record)
                .position()
                .asOf();
    }

    private static EnrichedBar firstFiveMinutes(List<Candle> records) {
        List<LogCandle> log = RandomLog.positioned(records, 0, 0);
        List<EnrichedBar> bars = FullViews.of(log).enrichedBars();
        return bars.stream()
                .filter(bar -> bar.bar().interval() == Interval.FIVE_MINUTES
                        && bar.bar().openTime() == Candles.START)
                .findFirst()
                .orElseThrow();
    }
}
