package io.cryptolambda.local.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightMeterTest {
    private static final long NOW = 120_000 + 45_000;

    private final WeightMeter meter = new WeightMeter(10);

    @Test
    void shouldCountWithinTheMinuteAndBeginAnewInTheNext() {
        assertThat(meter.add(4, NOW)).isEqualTo(4);
        assertThat(meter.add(6, NOW)).isEqualTo(10);
        assertThat(meter.exceeded()).isFalse();
        meter.add(1, NOW);
        assertThat(meter.exceeded()).isTrue();
        assertThat(meter.secondsLeft(NOW)).isEqualTo(15);

        assertThat(meter.add(1, NOW + 15_000)).isEqualTo(1);
        assertThat(meter.exceeded()).isFalse();
    }
}
