package io.cryptolambda.serving.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong(90_000);

    @Test
    void shouldCountEachClientFromOneWholeMinuteToTheNext() {
        RateLimit limit = new RateLimit(3, now::get);

        assertThat(limit.take("a", 2)).isEqualTo(new Usage(3, 2, 30));
        assertThat(limit.take("a", 2).exceeded()).isTrue();
        assertThat(limit.take("b", 3).exceeded()).isFalse();
        now.set(120_000);
        assertThat(limit.take("a", 2)).isEqualTo(new Usage(3, 2, 60));
    }

    @Test
    void shouldCountWithoutALimit() {
        RateLimit limit = new RateLimit(0, now::get);

        assertThat(limit.take("a", Integer.MAX_VALUE).exceeded()).isFalse();
        assertThat(limit.take("a", 2).used()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void shouldFindOnlyTokensThatAreTheSameInFull() {
        ApiTokens tokens = new ApiTokens(List.of("first", "second"));

        assertThat(tokens.find("first")).isZero();
        assertThat(tokens.find("second")).isEqualTo(1);
        assertThat(tokens.find("secon")).isNegative();
        assertThat(tokens.find("")).isNegative();
    }
}
