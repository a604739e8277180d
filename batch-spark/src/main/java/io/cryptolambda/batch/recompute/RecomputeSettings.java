package io.cryptolambda.batch.recompute;

import java.time.Duration;

/**
 * How to recompute and publish.
 *
 * @param generation generation of the raw topic
 * @param full whether to compute everything anew whatever has changed
 * @param minutesRetention how far back from the newest open time 1-minute documents are published; whole months are kept
 * @param keepRuns how many runs' indices are kept, the one served included
 * @param horizon how far behind a symbol's newest candle the speed layer still takes one
 * @param viewsRetention how long earlier versions of the views can be read on the store
 * @param partitions number of partitions that symbols are spread over
 */
public record RecomputeSettings(
        int generation,
        boolean full,
        Duration minutesRetention,
        int keepRuns,
        Duration horizon,
        Duration viewsRetention,
        int partitions) {}
