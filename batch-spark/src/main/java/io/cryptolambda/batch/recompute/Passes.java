package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.DayPlanRows;
import io.cryptolambda.batch.row.DayRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.row.RolledBarRows;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.batch.row.WinnerRows;
import io.cryptolambda.batch.view.DayPass;
import io.cryptolambda.batch.view.FeaturePass;
import io.cryptolambda.batch.view.FullBars;
import io.cryptolambda.batch.view.FullCandles;
import io.cryptolambda.batch.view.FullPass;
import io.cryptolambda.batch.view.IndicatorPass;
import io.cryptolambda.batch.view.LaterDays;
import io.cryptolambda.batch.view.RolledDays;
import io.cryptolambda.batch.view.SymbolPlan;
import io.cryptolambda.batch.view.Update;
import io.cryptolambda.batch.view.WinnerFold;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The passes of {@link io.cryptolambda.batch.view} as steps over rows, in parallel over whole symbols. */
final class Passes {
    private static final Column[] BY_TIME = {col("open_time")};
    private static final Column[] BY_DAY = {col("day")};

    private Passes() {}

    /**
     * The winning candles, partitioned by symbol and sorted by (symbol, open time).
     *
     * @param valid valid records of the master dataset, all there are of each minute
     * @param partitions number of partitions
     */
    static Dataset<Row> winners(Dataset<Row> valid, int partitions) {
        // Rows of an import stand at the position of the log's last record then, and after it in order of import.
        Dataset<Row> sorted = valid.repartition(partitions, col("symbol"))
                .sortWithinPartitions("symbol", "open_time", "as_of", "import_sequence")
                .selectExpr(LogCandleRows.COLUMNS);
        return overPartitions(
                sorted,
                records -> mapped(new WinnerFold(mapped(records, LogCandleRows::read)), WinnerRows::write),
                WinnerRows.SCHEMA);
    }

    /** The days of winners as {@link #winners} gives them. */
    static Dataset<Row> days(Dataset<Row> winners) {
        return overPartitions(
                winners, rows -> mapped(new DayPass(mapped(rows, WinnerRows::read)), DayRows::write), DayRows.SCHEMA);
    }

    /** All candles with features, of all winners. */
    static Dataset<Row> candles(Dataset<Row> winners) {
        return overPartitions(
                winners,
                rows -> mapped(new FullPass<>(mapped(rows, WinnerRows::read), FullCandles::new), ViewCandleRows::write),
                ViewCandleRows.SCHEMA);
    }

    /** All bars of all intervals, of all winners. */
    static Dataset<Row> bars(Dataset<Row> winners, LaterDays laterDays) {
        return overPartitions(
                winners,
                rows -> mapped(
                        new FullPass<>(mapped(rows, WinnerRows::read), () -> new FullBars(laterDays)),
                        ViewBarRows::write),
                ViewBarRows.SCHEMA);
    }

    /** The bars of the days of {@code winners}, their lookback left aside. */
    static Dataset<Row> rolled(Dataset<Row> winners, LaterDays laterDays) {
        return overPartitions(
                winners,
                rows -> mapped(
                        new FullPass<>(mapped(rows, WinnerRows::read), () -> new RolledDays(laterDays)),
                        RolledBarRows::write),
                RolledBarRows.SCHEMA);
    }

    /** What is to be done with which days: of the days as they were, and those that were touched, as they are. */
    static Dataset<Row> plan(Dataset<Row> before, Dataset<Row> touched) {
        return cogroup(
                before,
                touched,
                "symbol",
                BY_DAY,
                (symbol, old, now) -> mapped(
                        SymbolPlan.of(mapped(old, DayRows::read), mapped(now, DayRows::read))
                                .iterator(),
                        DayPlanRows::write),
                DayPlanRows.SCHEMA);
    }

    /**
     * The candles that are new or have changed.
     *
     * @param before rows of the view with their plan
     * @param winners of the touched days
     */
    static Dataset<Row> changedCandles(Dataset<Row> before, Dataset<Row> winners) {
        return cogroup(
                before,
                winners,
                "symbol",
                BY_TIME,
                (symbol, old, now) -> mapped(
                        new Update<>(
                                new FeaturePass(),
                                mapped(old, DayPlanRows::candleWithPlan),
                                mapped(now, WinnerRows::read)),
                        ViewCandleRows::write),
                ViewCandleRows.SCHEMA);
    }

    /**
     * The bars that are new or have changed.
     *
     * @param before rows of the view with their plan
     * @param rolled bars of the touched days
     */
    static Dataset<Row> changedBars(Dataset<Row> before, Dataset<Row> rolled) {
        return cogroup(
                before,
                rolled,
                "concat(symbol, '|', interval)",
                BY_TIME,
                (series, old, now) -> mapped(
                        new Update<>(
                                new IndicatorPass(),
                                mapped(old, DayPlanRows::barWithPlan),
                                mapped(now, RolledBarRows::read)),
                        ViewBarRows::write),
                ViewBarRows.SCHEMA);
    }

    private static Dataset<Row> overPartitions(
            Dataset<Row> rows, MapPartitionsFunction<Row, Row> pass, StructType schema) {
        return rows.mapPartitions(pass, Encoders.row(schema));
    }

    private static Dataset<Row> cogroup(
            Dataset<Row> left,
            Dataset<Row> right,
            String key,
            Column[] order,
            CoGroupFunction<String, Row, Row, Row> function,
            StructType schema) {
        return keyed(left, key).cogroupSorted(keyed(right, key), order, order, function, Encoders.row(schema));
    }

    private static KeyValueGroupedDataset<String, Row> keyed(Dataset<Row> rows, String key) {
        // The key is put last, so that rows are read as if it were not there.
        int at = rows.columns().length;
        MapFunction<Row, String> last = row -> row.getString(at);
        return rows.selectExpr("*", key + " AS series").groupByKey(last, Encoders.STRING());
    }

    private static <S, T> Iterator<T> mapped(Iterator<S> items, Function<S, T> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                return function.apply(items.next());
            }
        };
    }
}
