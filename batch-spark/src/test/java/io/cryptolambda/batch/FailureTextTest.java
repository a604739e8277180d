package io.cryptolambda.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void shouldBeginWithTheInnermostCauseInOneLine() {
        Exception disk = new IOException("No space left on device");
        Exception task =
                new IllegalStateException("[TASK_WRITE_FAILED] Task failed while writing rows to x.\n at y", disk);
        Exception job =
                new IllegalStateException("Job aborted due to stage failure: Task 0 in stage 26.0\n at z", task);

        assertThat(FailureText.of(job))
                .isEqualTo("No space left on device; [TASK_WRITE_FAILED] Task failed while writing rows to x.");
    }

    @Test
    void shouldSayNothingTwice() {
        Exception inner = new IOException("no such file");
        assertThat(FailureText.of(new RuntimeException(inner))).isEqualTo("java.io.IOException: no such file");
        assertThat(FailureText.of(new IllegalStateException("run archive first")))
                .isEqualTo("run archive first");
        assertThat(FailureText.of(new NullPointerException())).isEqualTo("java.lang.NullPointerException");
    }
}
