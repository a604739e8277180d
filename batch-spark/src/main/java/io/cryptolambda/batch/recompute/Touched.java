package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.core.Indices;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** The days of symbols that records were appended to, found from the master dataset's own log. */
final class Touched implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Up to so many days are asked for one by one; beyond, from the first to the last. */
    private static final int DAYS_NAMED = 64;

    /** The oldest open time that was appended, by symbol and day. */
    private final HashMap<String, HashMap<Long, Long>> oldest = new HashMap<>();

    /** @param appended rows of the master dataset */
    static Touched of(Dataset<Row> appended) {
        return InternalRows.of(MasterDataset.Snapshot.valid(appended).select("symbol", "open_time"))
                .mapPartitions(rows -> List.of(of(rows)).iterator())
                .fold(new Touched(), Touched::plus);
    }

    private static Touched of(Iterator<InternalRow> rows) {
        Touched touched = new Touched();
        rows.forEachRemaining(row -> touched.add(row.getUTF8String(0).toString(), row.getLong(1)));
        return touched;
    }

    private void add(String symbol, long openTime) {
        oldest.computeIfAbsent(symbol, name -> new HashMap<>()).merge(day(openTime), openTime, Math::min);
    }

    private Touched plus(Touched other) {
        other.oldest.forEach((symbol, days) -> days.values().forEach(time -> add(symbol, time)));
        return this;
    }

    /** Number of symbols' days. */
    long count() {
        return oldest.values().stream().mapToLong(Map::size).sum();
    }

    /** The months, as {@code 2024-01}, that the days lie in. */
    List<String> months() {
        return days().stream().map(Indices::month).distinct().toList();
    }

    /** All records of the touched days, old and new. */
    Dataset<Row> records(MasterDataset.Snapshot master) {
        Dataset<Row> near =
                master.valid().where(col("month").isInCollection(months()).and(within("open_time")));
        int symbol = near.schema().fieldIndex("symbol");
        int openTime = near.schema().fieldIndex("open_time");
        return InternalRows.dataset(
                near.sparkSession(),
                InternalRows.of(near)
                        .filter(row -> has(row.getUTF8String(symbol).toString(), row.getLong(openTime))),
                near.schema());
    }

    /**
     * Whether a record lies further behind its symbol's newest candle than {@code horizon}: no record that the speed layer
     * did not take is missed, since the candle that it was too far behind then is no newer than the newest of all.
     */
    boolean beyond(Duration horizon, List<SymbolDays> symbols) {
        return symbols.stream()
                .anyMatch(symbol -> oldest.getOrDefault(symbol.symbol(), new HashMap<>()).values().stream()
                        .anyMatch(time -> time + horizon.toMillis() < symbol.newest()));
    }

    private boolean has(String symbol, long openTime) {
        HashMap<Long, Long> days = oldest.get(symbol);
        return days != null && days.containsKey(day(openTime));
    }

    private SortedSet<Long> days() {
        return oldest.values().stream()
                .flatMap(days -> days.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Column within(String openTime) {
        SortedSet<Long> days = days();
        if (days.size() > DAYS_NAMED) {
            return between(openTime, days.first(), days.last());
        }
        return days.stream()
                .map(day -> between(openTime, day, day))
                .reduce(Column::or)
                .orElse(col(openTime).lt(0));
    }

    private static Column between(String openTime, long first, long last) {
        return col(openTime).geq(first).and(col(openTime).lt(last + DaySummary.MILLIS));
    }

    private static long day(long openTime) {
        return openTime - openTime % DaySummary.MILLIS;
    }
}
