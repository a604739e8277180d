package io.cryptolambda.batch.publish;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one index holds.
 *
 * @param interval the interval
 * @param month month of the open time, as {@code 2024-01}
 */
public record IndexKey(Interval interval, String month) {
    private static final Pattern MONTH = Pattern.compile("-(\\d{4}-\\d{2})-r\\d{8}t\\d{6}z-[0-9a-f]{4}$");

    /** The alias that it is read by. */
    public String alias() {
        return Indices.batchAlias(interval);
    }

    /** Its name as built by the run {@code runId}. */
    public String name(String runId) {
        return alias() + "-" + month + "-" + runId;
    }

    /** What the index of this name, behind the interval's alias, holds; empty if no run named it. */
    static Optional<IndexKey> ofName(Interval interval, String name) {
        Matcher matcher = MONTH.matcher(name);
        return matcher.find() ? Optional.of(new IndexKey(interval, matcher.group(1))) : Optional.empty();
    }
}
