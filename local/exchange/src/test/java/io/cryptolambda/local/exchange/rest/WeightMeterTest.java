package io.cryptolambda.local.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WeightMeterTest {
    private final AtomicLong now = new AtomicLong(120_000 + 45_000);
    private final WeightMeter meter = new WeightMeter(10, now::get);

    @Test
    void shouldCountWithinTheMinuteAndBeginAnewInTheNext() {
        assertThat(meter.add(4)).isEqualTo(4);
        assertThat(meter.add(6)).isEqualTo(10);
        assertThat(meter.exceeded()).isFalse();
        meter.add(1);
        assertThat(meter.exceeded()).isTrue();
        assertThat(meter.secondsLeft()).isEqualTo(15);

        now.addAndGet(15_000);

        assertThat(meter.add(1)).isEqualTo(1);
        assertThat(meter.exceeded()).isFalse();
    }
}
