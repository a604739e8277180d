package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.LiveRecords;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class LiveCommitsTest {
    private static final long NOW = 1_700_000_000_000L;

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private final LiveCommits commits = new LiveCommits(context, Duration.ofMillis(100));

    @Test
    void shouldAskForACommitOnceTheLogPauses() {
        commits.processed(NOW);
        commits.punctuate(NOW + 10);
        assertThat(context.committed()).isFalse();

        commits.punctuate(NOW + 20);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldAskForACommitAfterTheIntervalWhileLiveRecordsComeWithoutAPause() {
        play(100, 0);
        assertThat(context.committed()).isFalse();

        play(10, 100);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldLeaveCommitsToStreamsWhileItCatchesUp() {
        for (long millis = 30; millis <= 5_000; millis += 30) {
            commits.processed(NOW + millis - LiveRecords.MILLIS);
            commits.punctuate(NOW + millis);
            commits.punctuate(NOW + millis + 10);
            commits.punctuate(NOW + millis + 20);
        }

        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldNotAskWhereNothingWasProcessed() {
        commits.punctuate(NOW);
        commits.punctuate(NOW + 10);

        assertThat(context.committed()).isFalse();
    }

    private void play(long millis, long after) {
        for (long time = NOW + after + 10; time <= NOW + after + millis; time += 10) {
            commits.processed(time - 5);
            commits.punctuate(time);
        }
    }
}
