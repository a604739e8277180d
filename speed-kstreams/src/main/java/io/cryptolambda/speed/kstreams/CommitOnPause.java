package io.cryptolambda.speed.kstreams;

import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Ends the transaction as soon as the log pauses. Nobody sees a result before that: candles come in bursts at the turn of
 * a minute, and with the commit interval alone the last of a burst would wait for the interval to pass.
 */
final class CommitOnPause implements Punctuator {
    private final ProcessingContext context;
    private boolean uncommitted;
    private boolean processed;

    CommitOnPause(ProcessingContext context) {
        this.context = context;
    }

    /** A record was processed. */
    void processed() {
        processed = true;
    }

    @Override
    public void punctuate(long now) {
        if (processed) {
            uncommitted = true;
            processed = false;
        } else if (uncommitted) {
            context.commit();
            uncommitted = false;
        }
    }
}
