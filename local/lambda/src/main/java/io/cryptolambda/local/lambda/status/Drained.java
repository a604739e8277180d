package io.cryptolambda.local.lambda.status;

/**
 * Whether everything replayed has reached the end of the pipeline. The stages are to be read in this order, each after the
 * one before it was found drained: then what was true of an earlier stage still is.
 *
 * @param replayEnded whether the simulator has said its last; null where there is none, or it is away
 * @param ingestCaughtUp whether ingest has nothing left to publish; null if it is away
 * @param streamsLag raw records not committed by Kafka Streams; null if not known
 * @param flinkLag records not covered by a checkpoint of Flink, 0 if only transaction markers are left; null if not known
 */
record Drained(Boolean replayEnded, Boolean ingestCaughtUp, Long streamsLag, Long flinkLag) {

    /** Nothing is on its way any more. A market that never ends is never drained; what is not known is not assumed. */
    boolean all() {
        return Boolean.TRUE.equals(replayEnded) && Boolean.TRUE.equals(ingestCaughtUp) && stages();
    }

    /** Both stages of the speed layer have taken in all of the log. */
    boolean stages() {
        return isZero(streamsLag) && isZero(flinkLag);
    }

    private static boolean isZero(Long lag) {
        return lag != null && lag == 0;
    }
}
