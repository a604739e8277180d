package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.oracle.LoggedCandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the speed layer passes by and leaves to the next batch run: candles beyond the horizon that the run being served
 * does not know yet. Until then the right answer is the one without them.
 */
final class Awaited {
    private static final long HORIZON = Duration.ofHours(24).toMillis();

    private Awaited() {}

    /**
     * The log as the served layers must know it by now.
     *
     * @param log a symbol's records in order
     * @param k position up to which the run being served knows its partition, exclusive
     * @return {@code log} itself if nothing is awaited
     */
    static List<LoggedCandle> without(List<LoggedCandle> log, long k) {
        List<LoggedCandle> known = new ArrayList<>(log.size());
        long newest = Long.MIN_VALUE;
        for (LoggedCandle logged : log) {
            boolean late = newest != Long.MIN_VALUE && logged.openTime() < newest - HORIZON;
            if (!late || logged.position() < k) {
                known.add(logged);
            }
            newest = Math.max(newest, logged.openTime());
        }
        return known.size() == log.size() ? log : known;
    }
}
