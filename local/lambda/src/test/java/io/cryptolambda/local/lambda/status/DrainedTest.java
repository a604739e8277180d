package io.cryptolambda.local.lambda.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainedTest {
    @Test
    void shouldBeCaughtUpWhenTheReplayHasEndedAndEveryStageIsDrained() {
        assertThat(new Drained(true, true, 0L, 0L).all()).isTrue();
    }

    @Test
    void shouldNotBeCaughtUpWhileAnyStageHasSomethingLeft() {
        assertThat(new Drained(false, true, 0L, 0L).all()).isFalse();
        assertThat(new Drained(true, false, 0L, 0L).all()).isFalse();
        assertThat(new Drained(true, true, 1L, 0L).all()).isFalse();
        assertThat(new Drained(true, true, 0L, 1L).all()).isFalse();
    }

    @Test
    void shouldNotTakeAStageThatCannotBeReachedForDrained() {
        assertThat(new Drained(true, null, 0L, 0L).all()).isFalse();
        assertThat(new Drained(true, true, null, 0L).all()).isFalse();
        assertThat(new Drained(true, true, 0L, null).all()).isFalse();
    }

    @Test
    void shouldNeverCatchUpWithAMarketThatDoesNotEnd() {
        assertThat(new Drained(null, true, 0L, 0L).all()).isFalse();
    }

    @Test
    void shouldSeeThatTheStagesAreDrainedOnAMarketThatGoesOn() {
        assertThat(new Drained(null, true, 0L, 0L).stages()).isTrue();
    }
}
