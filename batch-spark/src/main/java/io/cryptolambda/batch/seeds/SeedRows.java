package io.cryptolambda.batch.seeds;

import static io.cryptolambda.batch.row.InternalRows.mapped;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cryptolambda.batch.row.DayRows;
import io.cryptolambda.batch.row.Groups;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.RolledBarRows;
import io.cryptolambda.batch.row.SeriesKey;
import io.cryptolambda.batch.seeds.SymbolTails.Tails;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.LastBars;
import io.cryptolambda.batch.view.RolledBar;
import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.BarSeedsJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The seeds of all symbols and intervals, from the views. How far back they reach, the small table of days tells, so
 * only those months of the bars are read.
 */
public final class SeedRows {
    private SeedRows() {}

    /**
     * The records of {@code crypto_bars}.
     *
     * @param bars the view of bars
     * @param days the table of days
     * @param k end position of each partition
     */
    public static Iterator<Seed> of(Dataset<Row> bars, Dataset<Row> days, String runId, SortedMap<Integer, Long> k) {
        TreeMap<Integer, Long> ends = new TreeMap<>(k);
        HashMap<String, Tails> tails = new HashMap<>();
        sorted(days.repartition(col("symbol")), "symbol", "day")
                .mapPartitions(rows -> tails(mapped(rows, DayRows::read)))
                .collect()
                .forEach(found -> tails.put(found.symbol(), found));
        String[] columns = RolledBarRows.SCHEMA.fieldNames();
        Column[] selected = Arrays.stream(columns).map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> near = bars.where(within(tails.values())).select(selected);
        JavaRDD<InternalRow> needed = InternalRows.of(near).filter(row -> {
            RolledBar bar = RolledBarRows.read(row);
            Tails found = tails.get(bar.symbol());
            return found != null && bar.bar().openTime() >= found.from()[index(bar)];
        });
        Dataset<Row> bySymbol =
                InternalRows.dataset(bars.sparkSession(), needed, near.schema()).repartition(col("symbol"));
        return sorted(bySymbol, "symbol", "interval", "open_time")
                .mapPartitions(rows -> seeds(mapped(rows, RolledBarRows::read), tails, runId, ends))
                .toLocalIterator();
    }

    private static JavaRDD<InternalRow> sorted(Dataset<Row> rows, String first, String... more) {
        return InternalRows.of(rows.sortWithinPartitions(first, more));
    }

    private static Column within(Iterable<Tails> tails) {
        Column within = lit(false);
        for (int i = 0; i < Interval.ROLLED_UP.size(); i++) {
            long from = Long.MAX_VALUE;
            for (Tails found : tails) {
                from = Math.min(from, found.from()[i]);
            }
            if (from != Long.MAX_VALUE) {
                within = within.or(col("interval")
                        .equalTo(Interval.ROLLED_UP.get(i).text())
                        .and(col("month").geq(Indices.month(from))));
            }
        }
        return within;
    }

    private static Iterator<Tails> tails(Iterator<DaySummary> days) {
        return new Groups<>(days, day -> SeriesKey.of(day.symbol())).mapped(ofSymbol -> {
            SymbolTails tails = new SymbolTails();
            ofSymbol.forEachRemaining(tails::add);
            return tails.tails();
        });
    }

    private static Iterator<Seed> seeds(
            Iterator<RolledBar> bars, HashMap<String, Tails> tails, String runId, SortedMap<Integer, Long> k) {
        return new Groups<>(
                        bars,
                        bar -> new SeriesKey(bar.symbol(), bar.bar().interval().text()))
                .mapped(ofSeries -> {
                    RolledBar first = ofSeries.next();
                    LastBars last = new LastBars();
                    last.add(first);
                    ofSeries.forEachRemaining(last::add);
                    BarSeeds seeds = last.seeds(tails.get(first.symbol()).total()[index(first)], runId, k);
                    return new Seed(seeds.key(), BarSeedsJson.write(seeds));
                });
    }

    private static int index(RolledBar bar) {
        return Interval.ROLLED_UP.indexOf(bar.bar().interval());
    }
}
