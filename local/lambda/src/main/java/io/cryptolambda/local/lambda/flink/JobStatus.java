package io.cryptolambda.local.lambda.flink;

/**
 * A job as the job manager lists it.
 *
 * @param id its id
 * @param name its name
 * @param state Flink's word, such as {@code RUNNING}
 * @param startedAt epoch milliseconds
 */
record JobStatus(String id, String name, String state, long startedAt) {

    /** Whether it was ended on purpose: cancelled, or stopped with a savepoint. */
    boolean endedOnPurpose() {
        return state.equals("CANCELED") || state.equals("FINISHED");
    }

    /** Whether it is over, so that another may take its place. */
    boolean over() {
        return endedOnPurpose() || state.equals("FAILED");
    }
}
