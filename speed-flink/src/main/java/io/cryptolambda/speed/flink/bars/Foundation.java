package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.BarSeeds;
import java.util.Comparator;

/**
 * The batch run that a symbol's bars rest on: it knows every record before K.
 *
 * @param k the run's K of the symbol's partition; 0 where there is no run
 * @param runId the run; of two with the same K the later knows more, since an import may lie between them
 */
public record Foundation(long k, String runId) implements Comparable<Foundation> {
    /** No run: older than any. */
    public static final Foundation NONE = new Foundation(0, "");

    private static final Comparator<Foundation> AGE =
            Comparator.comparingLong(Foundation::k).thenComparing(Foundation::runId);

    static Foundation of(BarSeeds seeds) {
        return new Foundation(seeds.k(), seeds.runId());
    }

    @Override
    public int compareTo(Foundation other) {
        return AGE.compare(this, other);
    }
}
