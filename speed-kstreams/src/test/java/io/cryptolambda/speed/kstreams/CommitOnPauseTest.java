package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class CommitOnPauseTest {
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final CommitOnPause commits = CommitOnPause.of(context);
    private final CapturedPunctuator clock = context.scheduledPunctuators().get(0);

    @Test
    void shouldAskForACommitOnceNothingCameForAWholePause() {
        commits.record();
        tick();
        assertThat(context.committed()).as("a record came in this pause").isFalse();

        tick();

        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldLeaveCommitsToTheIntervalAsLongAsRecordsCome() {
        for (int i = 0; i < 10; i++) {
            commits.record();
            tick();
        }

        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldAskForNoCommitWhereThereIsNothingNew() {
        tick();
        tick();
        assertThat(context.committed()).as("nothing ever came").isFalse();

        commits.record();
        tick();
        tick();
        context.resetCommit();
        tick();
        assertThat(context.committed()).as("nothing came since").isFalse();
    }

    private void tick() {
        clock.getPunctuator().punctuate(0);
    }
}
