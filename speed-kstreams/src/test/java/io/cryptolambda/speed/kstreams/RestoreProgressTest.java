package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {
    private static final TopicPartition FIRST = new TopicPartition("candles-changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("candles-changelog", 1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RestoreProgress progress = new RestoreProgress(registry);

    @Test
    void shouldTellWhatIsLeftOfAllStores() {
        progress.onRestoreStart(FIRST, "candles", 100, 600);
        progress.onRestoreStart(SECOND, "candles", 0, 50);
        progress.onBatchRestored(FIRST, "candles", 300, 200);

        assertThat(registry.get("speed.kstreams.restore.remaining").gauge().value())
                .isEqualTo(350);
        assertThat(registry.get("speed.kstreams.restored.records").counter().count())
                .isEqualTo(200);
    }

    @Test
    void shouldHaveNothingLeftWhereARestoreHasEndedOrMovedAway() {
        progress.onRestoreStart(FIRST, "candles", 0, 600);
        // Fewer records than offsets: transactions leave markers, compaction leaves holes.
        progress.onBatchRestored(FIRST, "candles", 599, 400);
        progress.onRestoreEnd(FIRST, "candles", 400);
        progress.onRestoreStart(SECOND, "candles", 0, 50);
        progress.onRestoreSuspended(SECOND, "candles", 0);

        assertThat(progress.remaining()).isZero();
    }
}
