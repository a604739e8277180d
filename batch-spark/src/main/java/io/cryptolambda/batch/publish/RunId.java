package io.cryptolambda.batch.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifies a run: sorts by time, and may be part of an index name. Such as {@code r20240105t120000z-ab12}. */
public final class RunId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'r'uuuuMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);
    private static final Pattern AT_END = Pattern.compile("-(r\\d{8}t\\d{6}z-[0-9a-f]{4})$");

    private RunId() {}

    /** A new one. */
    public static String of(Instant start, RandomGenerator random) {
        return TIME.format(start) + String.format(Locale.ROOT, "-%04x", random.nextInt(1 << 16));
    }

    /** The run that built an index, by the index's name. */
    static Optional<String> ofIndex(String name) {
        Matcher matcher = AT_END.matcher(name);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
