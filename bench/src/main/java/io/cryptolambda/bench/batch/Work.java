package io.cryptolambda.bench.batch;

/** What a contender is asked for. */
enum Work {
    /** The bars of the five intervals, exact. */
    ROLL_UP,
    /** The same, and indicators of every bar: of ours all, of a peer what it can express. */
    INDICATORS
}
