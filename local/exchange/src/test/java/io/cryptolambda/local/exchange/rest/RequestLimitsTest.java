package io.cryptolambda.local.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.local.exchange.fault.Violations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final long WAIT = 60_000;

    private final Violations violations = new Violations(new SimpleMeterRegistry());
    private long now = 1_000_000;
    private final RequestLimits limits = new RequestLimits(6_000, () -> now, violations);

    @Test
    void shouldHoldARequestDuringAWaitAgainstWhoWasTold() {
        limits.forceWait(429, WAIT);
        now += 2_000;

        assertThat(limits.admit(1).status()).isEqualTo(429);
        assertThat(duringWait()).isEqualTo(1);
    }

    @Test
    void shouldNotHoldItAgainstAClientThatHasJustStartedAndWasToldNothing() {
        limits.forceWait(418, WAIT);
        now += 2_000;
        limits.newClient();
        now += 1_500;

        assertThat(limits.admit(1).status()).isEqualTo(418);
        assertThat(duringWait()).isZero();
    }

    @Test
    void shouldHoldAgainstANewClientWhatItAsksOnceItWasTold() {
        limits.forceWait(418, WAIT);
        limits.newClient();
        now += 2_000;
        limits.admit(1);
        now += 2_000;

        assertThat(limits.admit(1).status()).isEqualTo(418);
        assertThat(duringWait()).isEqualTo(1);
    }

    @Test
    void shouldHoldTheNextWaitAgainstANewClientThatWasAnsweredBefore() {
        limits.newClient();
        assertThat(limits.admit(1).status()).isEqualTo(200);
        limits.forceWait(429, WAIT);
        now += 2_000;

        limits.admit(1);
        assertThat(duringWait()).isEqualTo(1);
    }

    @Test
    void shouldNeverAskForMoreThanAMinuteHoweverTheClockGoesOnMeanwhile() {
        RequestLimits ticking = new RequestLimits(1, () -> now++, violations);
        now = 60_000 * 20;

        assertThat(ticking.admit(2)).isEqualTo(new RequestLimits.Verdict(429, 60, 2));
    }

    @Test
    void shouldShowTheWeightOfTheMinuteThatTheRequestWasCountedIn() {
        RequestLimits ticking = new RequestLimits(100, () -> now++, violations);
        now = 60_000 * 20 - 1; // the last millisecond of a minute

        assertThat(ticking.admit(2).used()).isEqualTo(2);
        assertThat(ticking.admit(2).used()).isEqualTo(2);
        assertThat(ticking.admit(2).used()).isEqualTo(4);
    }

    private long duringWait() {
        return violations.counts().get(Violations.Kind.REQUESTS_DURING_WAIT);
    }
}
