package io.cryptolambda.local.lambda.verify;

/**
 * Counts of documents.
 *
 * @param equal served, and the oracle's in every field
 * @param different served with another value, or served where the oracle has nothing
 * @param missing not served
 * @param newer served with knowledge behind the cut, not compared
 * @param awaiting served as it must be until the next batch run takes in candles from beyond the horizon
 */
record Tally(long equal, long different, long missing, long newer, long awaiting) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** What may be found out about one document. */
    enum Outcome {
        EQUAL,
        DIFFERENT,
        MISSING,
        NEWER,
        AWAITING
    }

    long compared() {
        return equal + different;
    }

    /** Parity: something was compared, and nothing is different or missing. */
    boolean holds() {
        return compared() > 0 && different == 0 && missing == 0;
    }

    Tally with(Outcome outcome) {
        return switch (outcome) {
            case EQUAL -> new Tally(equal + 1, different, missing, newer, awaiting);
            case DIFFERENT -> new Tally(equal, different + 1, missing, newer, awaiting);
            case MISSING -> new Tally(equal, different, missing + 1, newer, awaiting);
            case NEWER -> new Tally(equal, different, missing, newer + 1, awaiting);
            case AWAITING -> new Tally(equal, different, missing, newer, awaiting + 1);
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                equal + other.equal,
                different + other.different,
                missing + other.missing,
                newer + other.newer,
                awaiting + other.awaiting);
    }
}
