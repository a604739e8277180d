package io.cryptolambda.batch.recompute;

import static io.cryptolambda.batch.row.InternalRows.mapped;
import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.DayRows;
import io.cryptolambda.batch.row.Groups;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.row.SeriesKey;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.batch.row.WinnerRows;
import io.cryptolambda.batch.view.DayPass;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.FullBars;
import io.cryptolambda.batch.view.FullCandles;
import io.cryptolambda.batch.view.FullPass;
import io.cryptolambda.batch.view.LaterDays;
import io.cryptolambda.batch.view.SymbolPlan;
import io.cryptolambda.batch.view.WinnerFold;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The passes of {@link io.cryptolambda.batch.view} over all there is, as steps over rows, in parallel over whole symbols. */
final class Passes {
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
        return InternalRows.overPartitions(
                sorted,
                records -> mapped(new WinnerFold(mapped(records, LogCandleRows::read)), WinnerRows::write),
                WinnerRows.SCHEMA);
    }

    /** The days of winners as {@link #winners} gives them. */
    static Dataset<Row> days(Dataset<Row> winners) {
        return InternalRows.overPartitions(
                winners, rows -> mapped(new DayPass(mapped(rows, WinnerRows::read)), DayRows::write), DayRows.SCHEMA);
    }

    /** All candles with features, of all winners. */
    static Dataset<Row> candles(Dataset<Row> winners) {
        return InternalRows.overPartitions(
                winners,
                rows -> mapped(new FullPass<>(mapped(rows, WinnerRows::read), FullCandles::new), ViewCandleRows::write),
                ViewCandleRows.SCHEMA);
    }

    /** All bars of all intervals, of all winners. */
    static Dataset<Row> bars(Dataset<Row> winners, LaterDays laterDays) {
        return InternalRows.overPartitions(
                winners,
                rows -> mapped(
                        new FullPass<>(mapped(rows, WinnerRows::read), () -> new FullBars(laterDays)),
                        ViewBarRows::write),
                ViewBarRows.SCHEMA);
    }

    /**
     * What there is to know before all bars are computed: the plans have only days with holes.
     *
     * @param days as {@link #days} gives them
     */
    static List<SymbolDays> symbolDays(Dataset<Row> days) {
        return InternalRows.of(days)
                .mapPartitions(rows -> symbolDays(Collections.emptyIterator(), mapped(rows, DayRows::read), true))
                .collect();
    }

    /** @param onlyHoles whether only the plans of days with holes are needed */
    static Iterator<SymbolDays> symbolDays(
            Iterator<DaySummary> before, Iterator<DaySummary> touched, boolean onlyHoles) {
        return new CoGroups<>(
                new Groups<>(before, day -> SeriesKey.of(day.symbol())),
                new Groups<>(touched, day -> SeriesKey.of(day.symbol())),
                (old, now) -> {
                    SymbolPlan plan = SymbolPlan.of(old, now);
                    return List.of(SymbolDays.of(plan, day -> !onlyHoles || day.holes()))
                            .iterator();
                });
    }
}
