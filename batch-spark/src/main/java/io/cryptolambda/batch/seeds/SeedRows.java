package io.cryptolambda.batch.seeds;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.DayRows;
import io.cryptolambda.batch.row.RolledBarRows;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.LastBars;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.BarSeedsJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/**
 * The seeds of all symbols and intervals, from the views. How far back they reach, the small table of days tells, so
 * only those months of the bars are read.
 */
public final class SeedRows {
    private static final StructType SCHEMA = StructType.fromDDL("key STRING, value BINARY");
    private static final StructType TAIL =
            StructType.fromDDL("symbol STRING, interval STRING, from_time BIGINT, total BIGINT");
    private static final Column[] BY_DAY = {col("day")};
    private static final Column[] BY_TIME = {col("open_time")};

    private SeedRows() {}

    /**
     * Rows of {@code (key, value)}, records of {@code crypto_bars}.
     *
     * @param bars the view of bars
     * @param days the table of days
     * @param k end position of each partition
     */
    public static Dataset<Row> of(Dataset<Row> bars, Dataset<Row> days, String runId, SortedMap<Integer, Long> k) {
        TreeMap<Integer, Long> ends = new TreeMap<>(k);
        MapFunction<Row, String> bySymbol = row -> row.getAs("symbol");
        FlatMapGroupsFunction<String, Row, Row> toTail = (symbol, rows) -> tail(symbol, rows);
        Dataset<Row> tails =
                days.groupByKey(bySymbol, Encoders.STRING()).flatMapSortedGroups(BY_DAY, toTail, Encoders.row(TAIL));
        Column within = tails.groupBy("interval").min("from_time").collectAsList().stream()
                .map(row -> col("interval")
                        .equalTo(row.getString(0))
                        .and(col("month").geq(Indices.month(row.getLong(1)))))
                .reduce(Column::or)
                .orElse(col("interval").isNull());
        List<String> columns = new ArrayList<>(List.of(RolledBarRows.SCHEMA.fieldNames()));
        columns.add("total");
        MapFunction<Row, String> bySeries = row -> row.getString(1) + "|" + row.getString(2);
        FlatMapGroupsFunction<String, Row, Row> toSeeds = (series, rows) -> seeds(rows, runId, ends);
        return bars.where(within)
                .join(
                        broadcast(tails),
                        JavaConverters.asScalaBuffer(List.of("symbol", "interval"))
                                .toSeq())
                .where(col("open_time").geq(col("from_time")))
                .select(columns.stream().map(name -> col(name)).toArray(Column[]::new))
                .groupByKey(bySeries, Encoders.STRING())
                .flatMapSortedGroups(BY_TIME, toSeeds, Encoders.row(SCHEMA));
    }

    /** From where on a symbol has the last bars of each interval that seeds may need, and how many it has in all. */
    private static Iterator<Row> tail(String symbol, Iterator<Row> rows) {
        List<Deque<DaySummary>> last = new ArrayList<>();
        Interval.ROLLED_UP.forEach(interval -> last.add(new ArrayDeque<>()));
        long[] held = new long[last.size()];
        long[] total = new long[last.size()];
        int[] most = Interval.ROLLED_UP.stream().mapToInt(BarSeeds::maxClosed).toArray();
        while (rows.hasNext()) {
            DaySummary day = DayRows.read(rows.next());
            for (int i = 0; i < held.length; i++) {
                Deque<DaySummary> days = last.get(i);
                days.add(day);
                held[i] += day.bars().get(i);
                total[i] += day.bars().get(i);
                while (held[i] - days.getFirst().bars().get(i) > most[i]) {
                    held[i] -= days.remove().bars().get(i);
                }
            }
        }
        List<Row> tails = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            String interval = Interval.ROLLED_UP.get(i).text();
            tails.add(RowFactory.create(symbol, interval, last.get(i).getFirst().day(), total[i]));
        }
        return tails.iterator();
    }

    private static Iterator<Row> seeds(Iterator<Row> rows, String runId, SortedMap<Integer, Long> k) {
        Row first = rows.next();
        LastBars last = new LastBars();
        last.add(RolledBarRows.read(first));
        rows.forEachRemaining(row -> last.add(RolledBarRows.read(row)));
        BarSeeds seeds = last.seeds(first.getLong(RolledBarRows.SCHEMA.size()), runId, k);
        return List.of(RowFactory.create(seeds.key(), BarSeedsJson.write(seeds)))
                .iterator();
    }
}
