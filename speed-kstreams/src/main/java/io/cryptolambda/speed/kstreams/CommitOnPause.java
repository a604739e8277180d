package io.cryptolambda.speed.kstreams;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit once a task's input pauses. A market closes its candles together: what the burst brought is seen as soon
 * as it is through, not when the commit interval has passed. As long as records come the interval alone decides, so a log
 * that is caught up on pays for no transaction more.
 */
final class CommitOnPause {
    /** How long nothing must have come. */
    static final Duration PAUSE = Duration.ofMillis(10);

    private final ProcessorContext<?, ?> context;
    private boolean recordsSinceTick;
    private boolean uncommitted;

    private CommitOnPause(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Watches the task from now on. */
    static CommitOnPause of(ProcessorContext<?, ?> context) {
        CommitOnPause watch = new CommitOnPause(context);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> watch.tick());
        return watch;
    }

    /** Notes that a record came. */
    void record() {
        recordsSinceTick = true;
        uncommitted = true;
    }

    private void tick() {
        if (uncommitted && !recordsSinceTick) {
            context.commit();
            uncommitted = false;
        }
        recordsSinceTick = false;
    }
}
