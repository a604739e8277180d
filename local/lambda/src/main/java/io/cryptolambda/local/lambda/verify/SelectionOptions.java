package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which documents to compare. */
final class SelectionOptions {
    @Option(names = "--symbols", split = ",", paramLabel = "SYMBOL", description = "such as BTCUSDT (default: all)")
    private List<String> symbols = List.of();

    @Option(
            names = "--interval",
            split = ",",
            paramLabel = "INTERVAL",
            description = "1m, 5m, 15m, 1h, 4h, 1d (default: all)")
    private List<String> intervals = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "first open time: 2024-01-01 or 2024-01-01T12:00:00Z")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "end of the open times, exclusive")
    private String to;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "compare N symbols, others at each run; 0 for all (default ${DEFAULT-VALUE})")
    private int sample;

    /** @throws ParameterException naming the option that is wrong */
    Selection selection(CommandLine command) {
        if (sample < 0) {
            throw new ParameterException(command, "--sample: " + sample + " is negative");
        }
        long begin = from == null ? 0 : time(command, "--from", from);
        long end = to == null ? Long.MAX_VALUE : time(command, "--to", to);
        if (end <= begin) {
            throw new ParameterException(command, "--to: " + to + " is not after --from");
        }
        Set<String> names =
                symbols.stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Selection(names, parsed(command), begin, end, sample, System.nanoTime());
    }

    private Set<Interval> parsed(CommandLine command) {
        try {
            return intervals.isEmpty()
                    ? EnumSet.allOf(Interval.class)
                    : intervals.stream().map(Interval::parse).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--interval: " + e.getMessage(), e);
        }
    }

    private static long time(CommandLine command, String option, String text) {
        try {
            return text.length() == "2024-01-01".length()
                    ? LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command, option + ": '" + text + "' is not a time such as 2024-01-01 or 2024-01-01T12:00:00Z", e);
        }
    }
}
