package io.cryptolambda.serving.api;

import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a row of {@code /api/v1/latest} has, in order. */
final class LatestColumns {
    private static final Map<Interval, List<String>> COLUMNS = Arrays.stream(Interval.values())
            .collect(Collectors.toMap(interval -> interval, LatestColumns::all, (one, other) -> one, TreeMap::new));

    private LatestColumns() {}

    static List<String> of(Interval interval) {
        return COLUMNS.get(interval);
    }

    private static List<String> all(Interval interval) {
        return Stream.of(
                        Stream.of("symbol", "pair"),
                        Resource.CANDLES.columns().stream(),
                        computed(interval).stream(),
                        Stream.of("as_of_time"))
                .flatMap(columns -> columns)
                .toList();
    }

    /** Features of a minute, indicators of a bar. */
    static List<String> computed(Interval interval) {
        return interval == Interval.ONE_MINUTE
                ? Stream.concat(
                                Arrays.stream(Feature.values()).map(Feature::text),
                                Stream.of("gap_minutes", "lookback"))
                        .toList()
                : Arrays.stream(Indicator.values()).map(Indicator::text).toList();
    }
}
