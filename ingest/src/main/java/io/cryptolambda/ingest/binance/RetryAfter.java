package io.cryptolambda.ingest.binance;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long the exchange asks to wait, in whole seconds. */
final class RetryAfter {
    private static final Duration LONGEST_BAN = Duration.ofDays(3);
    private static final Duration TOO_MANY_DEFAULT = Duration.ofMinutes(1);
    private static final Duration BAN_DEFAULT = Duration.ofMinutes(2);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** @param header as sent, null if it is missing; what makes no sense gives the default for the status */
    static Duration of(String header, int status) {
        Duration absent = status == 418 ? BAN_DEFAULT : TOO_MANY_DEFAULT;
        if (header == null || !SECONDS.matcher(header.strip()).matches()) {
            return absent;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return asked.compareTo(LONGEST_BAN) > 0 ? absent : asked;
    }
}
