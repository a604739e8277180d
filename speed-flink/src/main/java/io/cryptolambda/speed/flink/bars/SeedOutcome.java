package io.cryptolambda.speed.flink.bars;

/** What the seeds of one symbol and interval did to the symbol's bars. */
public enum SeedOutcome {
    /** With them all intervals of a run are there: bars before its K are the run's now. */
    ADOPTED,
    /** They wait for the other intervals of their run. */
    WAITING,
    /** Not newer than what is there already. */
    NOT_NEWER,
    /** The symbol's own bars no longer reach back to what the run knows: a later run's will. */
    TOO_OLD,
    /** The run's intervals contradict each other. */
    INCONSISTENT
}
