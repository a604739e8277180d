package io.cryptolambda.serving.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins, and of which batch run it is.
 *
 * @param forward whether it holds the rows from {@code openTime} on; else those before it
 * @param openTime epoch milliseconds UTC
 * @param runId the run of the page before; empty before any run
 */
record Cursor(boolean forward, long openTime, String runId) {
    private static final Pattern TEXT = Pattern.compile("([fb])(\\d{1,15})\\.([0-9A-Za-z-]{0,64})");

    /** @throws InvalidParameterException if it was not made here */
    static Cursor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new InvalidParameterException(
                    "cursor", "this is no cursor", List.of("next_cursor or previous_cursor of an answer"));
        }
        return new Cursor(parts.group(1).equals("f"), Long.parseLong(parts.group(2)), parts.group(3));
    }

    String text() {
        return (forward ? "f" : "b") + openTime + "." + runId;
    }
}
