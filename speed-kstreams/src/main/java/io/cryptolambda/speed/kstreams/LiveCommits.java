package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.LiveRecords;
import java.time.Duration;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Ends transactions while somebody may be waiting for their results, which nobody sees before: as soon as the log pauses,
 * and after the commit interval where live records come without a pause. What is read to catch up is left to Streams' own
 * interval, {@value LiveRecords#CATCHING_UP_MILLIS} ms: a thread that waits for the end of a transaction computes nothing
 * meanwhile, and the partition of one task is often read by itself, so that the others only seem to pause.
 */
final class LiveCommits implements Punctuator {
    private static final long NEVER = -1;

    private final ProcessingContext context;
    private final long intervalMillis;
    private boolean processed;
    private long newestAppended;
    private long uncommittedSince = NEVER;

    /** @param interval longest time from a live record to the end of its transaction */
    LiveCommits(ProcessingContext context, Duration interval) {
        this.context = context;
        this.intervalMillis = interval.toMillis();
    }

    /**
     * A record was processed.
     *
     * @param appended its append time, epoch milliseconds
     */
    void processed(long appended) {
        processed = true;
        newestAppended = appended;
    }

    @Override
    public void punctuate(long now) {
        boolean pauses = !processed;
        processed = false;
        if (uncommittedSince == NEVER) {
            uncommittedSince = pauses ? NEVER : now;
        } else if (LiveRecords.isLive(newestAppended, now) && (pauses || now - uncommittedSince >= intervalMillis)) {
            context.commit();
            uncommittedSince = NEVER;
        }
    }
}
