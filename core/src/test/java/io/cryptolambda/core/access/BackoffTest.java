package io.cryptolambda.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void shouldDoubleWithJitterUpToItsCapAndBeginAnewAfterSuccess() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new SplittableRandom(1));

        assertThat(backoff.next().toMillis()).isBetween(50L, 100L);
        assertThat(backoff.next().toMillis()).isBetween(100L, 200L);
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.next().toMillis()).isBetween(100L, 1000L);
        }
        assertThat(backoff.next().toMillis()).isBetween(500L, 1000L);

        backoff.reset();
        assertThat(backoff.next().toMillis()).isBetween(50L, 100L);
    }
}
