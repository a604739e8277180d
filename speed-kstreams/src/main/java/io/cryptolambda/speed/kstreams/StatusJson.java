package io.cryptolambda.speed.kstreams;

import io.cryptolambda.speed.kstreams.candles.Outcome;
import java.util.Locale;

/** The answer of {@code /status}: the state, and counts since this process started. */
final class StatusJson {
    private StatusJson() {}

    static String of(String state, long lag, long restoring, FeatureMetrics metrics) {
        StringBuilder counts = new StringBuilder();
        long processed = metrics.deadLetters();
        for (Outcome outcome : Outcome.values()) {
            long count = metrics.count(outcome);
            processed += count;
            counts.append(",\"%s\":%d".formatted(outcome.name().toLowerCase(Locale.ROOT), count));
        }
        return ("{\"state\":\"%s\",\"lag\":%d,\"restore_remaining\":%d,\"processed\":%d%s,\"dead_letters\":%d,"
                        + "\"emitted\":%d,\"log_holes\":%d}")
                .formatted(
                        state,
                        lag,
                        restoring,
                        processed,
                        counts,
                        metrics.deadLetters(),
                        metrics.documents(),
                        metrics.holes());
    }
}
