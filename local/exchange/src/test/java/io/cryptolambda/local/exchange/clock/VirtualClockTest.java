package io.cryptolambda.local.exchange.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final long START = 1_704_067_200_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(42);

    @Test
    void shouldStandStillUntilItIsReleased() {
        VirtualClock clock = new VirtualClock(new Speed(60), START, nanos::get);

        nanos.addAndGet(5 * SECOND_NANOS);

        assertThat(clock.now()).isEqualTo(START);
        assertThat(clock.held()).isTrue();
    }

    @Test
    void shouldRunAtItsFactorFromTheRelease() {
        VirtualClock clock = new VirtualClock(new Speed(60), START, nanos::get);
        nanos.addAndGet(5 * SECOND_NANOS);
        clock.release();

        nanos.addAndGet(2 * SECOND_NANOS);
        clock.release();

        assertThat(clock.now()).isEqualTo(START + 120_000);
    }

    @Test
    void shouldMoveForwardOnlyAndGoOnFromThere() {
        VirtualClock clock = new VirtualClock(new Speed(1), START, nanos::get);
        clock.release();

        clock.moveTo(START + 1_000_000);
        clock.moveTo(START);
        nanos.addAndGet(SECOND_NANOS);

        assertThat(clock.now()).isEqualTo(START + 1_001_000);
    }

    @Test
    void shouldStopAtItsLimit() {
        VirtualClock clock = new VirtualClock(new Speed(1), START, nanos::get);
        clock.release();

        clock.stopAt(START + 3_000);
        nanos.addAndGet(10 * SECOND_NANOS);

        assertThat(clock.now()).isEqualTo(START + 3_000);
    }

    @Test
    void shouldOnlyBeMovedAtMaximalSpeed() {
        VirtualClock clock = new VirtualClock(Speed.MAX, START, nanos::get);
        clock.release();

        nanos.addAndGet(10 * SECOND_NANOS);
        assertThat(clock.now()).isEqualTo(START);

        clock.moveTo(START + 60_000);
        assertThat(clock.now()).isEqualTo(START + 60_000);
    }

    @Test
    void shouldReadSpeeds() {
        assertThat(Speed.parse("max").isMax()).isTrue();
        assertThat(Speed.parse("600")).isEqualTo(new Speed(600)).hasToString("600");
        assertThat(Speed.parse("0.5")).hasToString("0.5");
        assertThatThrownBy(() -> Speed.parse("0")).hasMessageContaining("neither a number above 0 nor max");
        assertThatThrownBy(() -> Speed.parse("fast")).hasMessageContaining("neither a number above 0 nor max");
    }
}
