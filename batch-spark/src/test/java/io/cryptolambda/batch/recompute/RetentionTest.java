package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Map<IndexKey, Long> ROWS = Map.of(
            new IndexKey(Interval.ONE_MINUTE, "2023-12"), 5L,
            new IndexKey(Interval.ONE_MINUTE, "2024-01"), 6L,
            new IndexKey(Interval.ONE_HOUR, "2023-12"), 1L);
    private static final long NOON = Instant.parse("2024-01-10T12:00:00Z").toEpochMilli();

    @Test
    void shouldLeaveOutMonthsThatLieWhollyFurtherBack() {
        long from = Retention.from(ROWS, NOON, Duration.ofDays(9));

        assertThat(Instant.ofEpochMilli(from)).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(Retention.published(ROWS, from))
                .doesNotContainKey(new IndexKey(Interval.ONE_MINUTE, "2023-12"))
                .containsKey(new IndexKey(Interval.ONE_MINUTE, "2024-01"))
                .containsKey(new IndexKey(Interval.ONE_HOUR, "2023-12"));
    }

    @Test
    void shouldKeepAMonthOfWhichAMinuteIsYoungEnough() {
        assertThat(Retention.from(ROWS, NOON, Duration.ofDays(10))).isZero();
        assertThat(Retention.published(ROWS, 0)).isEqualTo(ROWS);
    }
}
