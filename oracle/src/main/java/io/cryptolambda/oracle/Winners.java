package io.cryptolambda.oracle;

import java.util.List;
import java.util.TreeMap;

/**
 * Which record of each candle counts: going through the log, a record that is equal to what is there is a duplicate and
 * changes nothing; any other takes its place (of A, A, B, A the fourth counts).
 */
final class Winners {
    private Winners() {}

    /** The winning record of each candle, in open-time order. */
    static List<LoggedCandle> of(List<LoggedCandle> log) {
        TreeMap<Long, LoggedCandle> winners = new TreeMap<>();
        for (LoggedCandle logged : log) {
            LoggedCandle known = winners.get(logged.openTime());
            if (known == null || !equal(known, logged)) {
                winners.put(logged.openTime(), logged);
            }
        }
        return List.copyOf(winners.values());
    }

    private static boolean equal(LoggedCandle one, LoggedCandle other) {
        return one.candle().closeTime() == other.candle().closeTime()
                && one.candle().market().equals(other.candle().market());
    }
}
