package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.oracle.LoggedCandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the speed layer passes by and leaves to the next batch run: candles beyond the horizon that the run being served
 * does not know yet. Until then the right answer is the one without them; and where they may matter to a bar, the speed
 * layer does not vouch for it any more, so that a bar which the run has published stays as it was then.
 *
 * @param taken the log as the speed layer takes it: without what is awaited
 * @param published what the run knows of it
 * @param since position of the first record that is awaited; {@link Long#MAX_VALUE} if there is none
 */
public record Awaited(List<LoggedCandle> taken, List<LoggedCandle> published, long since) {
    private static final long HORIZON = Duration.ofHours(24).toMillis();

    /**
     * Looks for it.
     *
     * @param log a symbol's records in order
     * @param k position up to which the run being served knows its partition, exclusive
     */
    public static Awaited in(List<LoggedCandle> log, long k) {
        List<LoggedCandle> taken = new ArrayList<>(log.size());
        long newest = Long.MIN_VALUE;
        long since = Long.MAX_VALUE;
        for (LoggedCandle logged : log) {
            boolean late = newest != Long.MIN_VALUE && logged.openTime() < newest - HORIZON;
            if (late && logged.position() >= k) {
                since = Math.min(since, logged.position());
            } else {
                taken.add(logged);
            }
            newest = Math.max(newest, logged.openTime());
        }
        boolean none = since == Long.MAX_VALUE;
        List<LoggedCandle> published = none
                ? List.of()
                : log.stream().filter(logged -> logged.position() < k).toList();
        return new Awaited(taken, published, since);
    }

    /** Whether anything is awaited. */
    boolean any() {
        return since != Long.MAX_VALUE;
    }
}
