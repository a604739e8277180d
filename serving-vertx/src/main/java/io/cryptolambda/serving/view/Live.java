package io.cryptolambda.serving.view;

import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.Optional;

/**
 * The newest documents of the speed layer, held in memory: what was written so lately that a search may not find it yet.
 * Never asks another server.
 */
public interface Live {
    /** A document of which not more is read than is needed. */
    interface Held {
        /** Epoch milliseconds UTC. */
        long openTime();

        /** Knowledge position. */
        long asOf();

        /** Whether the layer knew every candle it depends on. */
        boolean complete();

        /** The same with its fields read. */
        Document toDocument();
    }

    /** Documents whose open time lies within the range, oldest first; at most one per open time. */
    List<? extends Held> documents(String symbol, Interval interval, Range range);

    /** The partition of the raw topic that the symbol lives in; empty if nothing of it is held. */
    Optional<Integer> partition(String symbol);
}
