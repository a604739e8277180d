package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitOnPauseTest {
    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private final CommitOnPause commits = new CommitOnPause(context);

    @Test
    void shouldAskForACommitOnceTheLogPauses() {
        commits.processed();
        commits.punctuate(10);
        assertThat(context.committed()).isFalse();

        commits.punctuate(20);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldLeaveCommitsToTheIntervalWhileRecordsCome() {
        for (long now = 10; now <= 100; now += 10) {
            commits.processed();
            commits.punctuate(now);
        }

        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldNotAskWhereNothingWasProcessed() {
        commits.punctuate(10);
        commits.punctuate(20);

        assertThat(context.committed()).isFalse();
    }
}
