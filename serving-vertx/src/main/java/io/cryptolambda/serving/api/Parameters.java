package io.cryptolambda.serving.api;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The query parameters of a request; each may be given once. */
final class Parameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final List<String> TIME_FORMS = List.of(
            "epoch milliseconds such as 1704067200000",
            "ISO-8601 such as 2024-01-01T00:00:00Z",
            "a UTC date such as 2024-01-01");

    private final MultiMap given;

    /** @throws InvalidParameterException if one is given that is not among {@code names}, or one is given twice */
    Parameters(MultiMap given, List<String> names) {
        for (String name : given.names()) {
            if (!names.contains(name)) {
                // Only a plain name is said back: nobody's markup is to come from here.
                String told = PLAIN_NAME.matcher(name).matches() ? name : "unknown";
                throw new InvalidParameterException(told, "there is no parameter of this name here", names);
            }
            if (given.getAll(name).size() > 1) {
                throw new InvalidParameterException(name, name + " is given more than once", List.of("one value"));
            }
        }
        this.given = given;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** Comma-separated values, each one of {@code accepted} and given once; empty if the parameter is not given. */
    List<String> list(String name, List<String> accepted) {
        List<String> values =
                text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
        if (values.size() > accepted.size()
                || !accepted.containsAll(values)
                || new HashSet<>(values).size() < values.size()) {
            throw new InvalidParameterException(name, name + " is not a list of these, each once", accepted);
        }
        return values;
    }

    /** A whole number from {@code min} to {@code max}. */
    Optional<Integer> number(String name, int min, int max) {
        return text(name).map(text -> {
            long value = WHOLE_NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
            if (value < min || value > max) {
                throw new InvalidParameterException(name, name + " is not such a number", List.of(min + " to " + max));
            }
            return (int) value;
        });
    }

    /** A time in one of the accepted forms, as epoch milliseconds UTC, from 1970 on. */
    Optional<Long> time(String name) {
        return text(name).map(text -> {
            try {
                long millis = WHOLE_NUMBER.matcher(text).matches()
                        ? Long.parseLong(text)
                        : iso(text).toEpochMilli();
                if (millis >= 0) {
                    return millis;
                }
            } catch (DateTimeException | ArithmeticException e) {
                // told below
            }
            throw new InvalidParameterException(name, name + " is not a time", TIME_FORMS);
        });
    }

    private static Instant iso(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }
}
