package io.cryptolambda.batch.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** UTC days as text. */
public final class Days {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private Days() {}

    /** The day that {@code time}, epoch milliseconds UTC, lies in, as {@code 2024-01-15}. */
    public static String date(long time) {
        return DATE.format(Instant.ofEpochMilli(time));
    }
}
