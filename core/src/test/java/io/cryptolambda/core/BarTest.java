package io.cryptolambda.core;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void shouldHaveItsLastMinuteOnlyWhenThatMinuteIsThere() {
        Bar bar = Bar.of(candle(0, "1")).in(Interval.FIVE_MINUTES);
        assertThat(bar.hasLastMinute()).isFalse();

        Bar full = bar.followedBy(Bar.of(candle(4, "2")));

        assertThat(full.hasLastMinute()).isTrue();
        assertThat(full.candles()).isEqualTo(2);
        assertThat(full.openTime()).isEqualTo(START);
        assertThat(full.closeTime()).isEqualTo(START + 299_999);
    }

    @Test
    void shouldStandOnTheGridOfItsInterval() {
        assertThat(Bar.of(candle(7, "1")).in(Interval.FIVE_MINUTES).openTime()).isEqualTo(START + 300_000);
    }

    @Test
    void shouldRefuseWhatDoesNotContinueIt() {
        Bar bar = Bar.of(candle(2, "1")).in(Interval.FIVE_MINUTES);

        assertThatThrownBy(() -> bar.followedBy(Bar.of(candle(2, "1")))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bar.followedBy(Bar.of(candle(5, "1")))).isInstanceOf(IllegalArgumentException.class);
    }
}
