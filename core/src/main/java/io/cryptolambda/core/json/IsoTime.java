package io.cryptolambda.core.json;

import java.time.Instant;

/** Times as ISO 8601 in UTC, such as {@code 2024-01-31T23:59:00Z}; those used last are at hand, as symbols share their minutes. */
final class IsoTime {
    private static final int ENTRIES = 64;
    private static final long MINUTE = 60_000;

    // An entry is immutable: a thread that sees an older one makes it anew.
    private static final Entry[] LAST = new Entry[ENTRIES];

    private IsoTime() {}

    private record Entry(long time, String text) {}

    /** The text of an epoch time in milliseconds. */
    static String of(long time) {
        int place = (int) Math.floorMod(time / MINUTE, (long) ENTRIES);
        Entry last = LAST[place];
        if (last == null || last.time() != time) {
            last = new Entry(time, Instant.ofEpochMilli(time).toString());
            LAST[place] = last;
        }
        return last.text();
    }
}
