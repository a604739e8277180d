package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.core.Interval;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * How many rows of one partition of a view have changed.
 *
 * @param values values of the partition columns
 * @param key the index that holds them
 * @param rows number of changed rows
 * @param newestClosed open time of the newest changed row that is closed, epoch milliseconds UTC
 */
record ChangedPart(List<String> values, IndexKey key, long rows, Optional<Long> newestClosed) {
    private static final long NONE_CLOSED = Long.MIN_VALUE;

    /** Counts changed candles by {@code date}. */
    static List<ChangedPart> ofCandles(Dataset<Row> changed) {
        return counted(changed.select("open_time", "date"), row -> List.of(text(row, 1)), row -> row.getLong(0))
                .entrySet()
                .stream()
                .map(part -> of(part, Interval.ONE_MINUTE, part.getKey().get(0).substring(0, 7)))
                .toList();
    }

    /** Counts changed bars by {@code interval} and {@code month}. */
    static List<ChangedPart> ofBars(Dataset<Row> changed) {
        return counted(
                        changed.select("open_time", "closed", "interval", "month"),
                        row -> List.of(text(row, 2), text(row, 3)),
                        row -> row.getBoolean(1) ? row.getLong(0) : NONE_CLOSED)
                .entrySet()
                .stream()
                .map(part -> of(
                        part,
                        Interval.parse(part.getKey().get(0)),
                        part.getKey().get(1)))
                .toList();
    }

    static long rows(List<ChangedPart> parts) {
        return parts.stream().mapToLong(ChangedPart::rows).sum();
    }

    private static ChangedPart of(Map.Entry<List<String>, long[]> part, Interval interval, String month) {
        long newest = part.getValue()[1];
        return new ChangedPart(
                part.getKey(),
                new IndexKey(interval, month),
                part.getValue()[0],
                newest == NONE_CLOSED ? Optional.empty() : Optional.of(newest));
    }

    /** Per values of the partition columns the number of rows and the newest of {@code closedTime}. */
    private static Map<List<String>, long[]> counted(
            Dataset<Row> rows, Function<InternalRow, List<String>> valuesOf, Function<InternalRow, Long> closedTime) {
        Map<List<String>, long[]> counts = new HashMap<>();
        InternalRows.of(rows)
                .mapPartitions(partition ->
                        List.of(counted(partition, valuesOf, closedTime)).iterator())
                .collect()
                .forEach(some -> some.forEach((values, count) -> counts.merge(values, count, ChangedPart::sum)));
        return counts;
    }

    private static HashMap<List<String>, long[]> counted(
            Iterator<InternalRow> rows,
            Function<InternalRow, List<String>> valuesOf,
            Function<InternalRow, Long> closedTime)
            throws Exception {
        HashMap<List<String>, long[]> counts = new HashMap<>();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            counts.merge(valuesOf.call(row), new long[] {1, closedTime.call(row)}, ChangedPart::sum);
        }
        return counts;
    }

    private static long[] sum(long[] one, long[] other) {
        return new long[] {one[0] + other[0], Math.max(one[1], other[1])};
    }

    private static String text(InternalRow row, int column) {
        return row.getUTF8String(column).toString();
    }
}
