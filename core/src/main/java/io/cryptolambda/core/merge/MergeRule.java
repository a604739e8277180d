package io.cryptolambda.core.merge;

/**
 * The rule by which one of two documents of the same (symbol, interval, open time) is served (DESIGN section 4): the speed
 * document if it is complete and knows something batch did not; else the batch document; else the speed document,
 * provisionally.
 */
public final class MergeRule {
    private MergeRule() {}

    /** What to serve. */
    public enum Choice {
        SPEED,
        BATCH,
        /** The speed document for want of anything better: it is incomplete, or older than what batch has read. */
        PROVISIONAL_SPEED,
        NOTHING
    }

    /**
     * What the rule needs to know of a speed document.
     *
     * @param asOf its knowledge position
     * @param complete whether the job knew every candle it depends on
     */
    public record SpeedKnowledge(long asOf, boolean complete) {}

    /**
     * Chooses.
     *
     * @param speed the speed document, null if there is none
     * @param batchPresent whether the served batch run has the document
     * @param k the run's K for the symbol's partition: batch knows every position below; 0 if there is no run
     */
    public static Choice choose(SpeedKnowledge speed, boolean batchPresent, long k) {
        if (speed == null) {
            return batchPresent ? Choice.BATCH : Choice.NOTHING;
        }
        if (speed.complete() && speed.asOf() >= k) {
            return Choice.SPEED;
        }
        return batchPresent ? Choice.BATCH : Choice.PROVISIONAL_SPEED;
    }
}
