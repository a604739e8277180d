package io.cryptolambda.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdTest {

    @Test
    void shouldSortByTime() {
        String earlier = RunId.of(Instant.parse("2024-01-05T12:00:00Z"), new Random(1));
        String later = RunId.of(Instant.parse("2024-01-05T12:00:01Z"), new Random(2));

        assertThat(earlier).matches("r20240105t120000z-[0-9a-f]{4}").isLessThan(later);
    }

    @Test
    void shouldBeFoundInTheNamesOfItsIndices() {
        String runId = RunId.of(Instant.parse("2024-01-05T12:00:00Z"), new Random(1));

        assertThat(RunId.ofIndex(Indices.batchRun(runId))).contains(runId);
        assertThat(RunId.ofIndex(Indices.batch(Interval.ONE_HOUR, 1_704_067_200_000L, runId)))
                .contains(runId);
        assertThat(RunId.ofIndex("crypto-batch-1h-2024-01-somebody-elses")).isEmpty();
    }
}
