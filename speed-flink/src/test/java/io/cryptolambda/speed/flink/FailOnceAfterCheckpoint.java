package io.cryptolambda.speed.flink;

import io.cryptolambda.speed.flink.records.KafkaValue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Fails the job once, at a given record and not before a checkpoint is complete, so that it restarts from one. */
final class FailOnceAfterCheckpoint implements MapFunction<KafkaValue, KafkaValue>, CheckpointListener {
    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean CHECKPOINTED = new AtomicBoolean();
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    private final long fromOffset;

    FailOnceAfterCheckpoint(long fromOffset) {
        this.fromOffset = fromOffset;
    }

    static void reset() {
        CHECKPOINTED.set(false);
        FAILED.set(false);
    }

    static boolean hasFailed() {
        return FAILED.get();
    }

    @Override
    public KafkaValue map(KafkaValue value) {
        if (value.offset() >= fromOffset && CHECKPOINTED.get() && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("failed on purpose");
        }
        return value;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        CHECKPOINTED.set(true);
    }
}
