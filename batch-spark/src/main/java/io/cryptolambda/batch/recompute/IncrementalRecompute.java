package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.row.DayPlanRows;
import io.cryptolambda.batch.row.Days;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.batch.view.LaterDays;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the views of an earlier run up to date: the days that have new records, and what looks back at them. The bounded
 * lookback makes the result the same, to the bit, as computing everything anew.
 */
final class IncrementalRecompute {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalRecompute.class);

    private final Stages stages;
    private final ViewTables views;
    private final int partitions;
    private final Duration horizon;

    IncrementalRecompute(Stages stages, ViewTables views, int partitions, Duration horizon) {
        this.stages = stages;
        this.views = views;
        this.partitions = partitions;
        this.horizon = horizon;
    }

    /**
     * Runs.
     *
     * @param appended what was appended to the master dataset since
     * @param base versions of the views to go on from
     * @param newestBefore newest open time in them, epoch milliseconds UTC
     */
    Recomputed run(
            MasterDataset.Snapshot master,
            Dataset<Row> appended,
            ViewVersions base,
            long newestBefore,
            ViewWriting writing) {
        Touched touched = stages.run("touched_days", () -> new Touched(appended));
        Dataset<Row> daysBefore = views.days(base);
        Dataset<Row> winners =
                Passes.winners(touched.records(master), partitions).persist();
        Dataset<Row> days = Passes.days(winners).persist();
        boolean beyondHorizon = stages.run("winners", () -> touched.beyond(horizon, newestBefore, daysBefore));
        Dataset<Row> plan = Passes.plan(daysBefore, days).persist();
        LaterDays laterDays = stages.run("plan", () -> FullRecompute.laterDays(plan));

        Dataset<Row> candles =
                Passes.changedCandles(candlesWithPlan(base, plan), winners).persist();
        List<ChangedPart> candleParts = stages.run("changed_candles", () -> ChangedPart.ofCandles(candles));
        Dataset<Row> bars = Passes.changedBars(barsWithPlan(base, plan), Passes.rolled(winners, laterDays))
                .persist();
        List<ChangedPart> barParts = stages.run("changed_bars", () -> ChangedPart.ofBars(bars));
        LOG.info(
                "event=views_changed touched_days={} candles={} bars={}",
                touched.count(),
                ChangedPart.rows(candleParts),
                ChangedPart.rows(barParts));

        long candlesVersion =
                stages.run("write_candles", () -> writing.updateCandles(candles, candleParts, base.candles()));
        long barsVersion = stages.run("write_bars", () -> writing.updateBars(bars, barParts, base.bars()));
        long daysVersion = stages.run("write_days", () -> writing.updateDays(days, base.days()));
        Stream.of(plan, days, winners).forEach(Dataset::unpersist);
        touched.release();
        return new Recomputed(
                new ViewVersions(candlesVersion, barsVersion, daysVersion),
                Optional.of(new Recomputed.Changed(candles, bars, candleParts, barParts)),
                touched.count(),
                beyondHorizon);
    }

    private Dataset<Row> candlesWithPlan(ViewVersions base, Dataset<Row> plan) {
        Dataset<Row> planned = plan.withColumn("role", col(DayPlanRows.role(Interval.ONE_MINUTE)))
                .where(col("role").gt(0));
        List<String> dates = planned.select("day").distinct().collectAsList().stream()
                .map(row -> Days.date(row.getLong(0)))
                .toList();
        Dataset<Row> rows = views.candles(base).where(col("date").isInCollection(dates));
        return joined(rows, planned, Touched.seq("symbol", "day"), ViewCandleRows.SCHEMA);
    }

    private Dataset<Row> barsWithPlan(ViewVersions base, Dataset<Row> plan) {
        Dataset<Row> planned = Interval.ROLLED_UP.stream()
                .map(interval -> plan.withColumn("role", col(DayPlanRows.role(interval)))
                        .withColumn("interval", lit(interval.text())))
                .reduce(Dataset::union)
                .orElseThrow()
                .where(col("role").gt(0));
        Column months = planned.select("interval", "day").distinct().collectAsList().stream()
                .map(row -> new IntervalMonth(row.getString(0), Indices.month(row.getLong(1))))
                .distinct()
                .map(IntervalMonth::matches)
                .reduce(Column::or)
                .orElse(lit(false));
        return joined(
                views.bars(base).where(months), planned, Touched.seq("symbol", "interval", "day"), ViewBarRows.SCHEMA);
    }

    private record IntervalMonth(String interval, String month) {
        Column matches() {
            return col("interval").equalTo(interval).and(col("month").equalTo(month));
        }
    }

    /** Rows of a view followed by the plan of their day. */
    private static Dataset<Row> joined(
            Dataset<Row> rows, Dataset<Row> planned, scala.collection.Seq<String> key, StructType schema) {
        Column[] columns = Stream.concat(Arrays.stream(schema.fieldNames()), Arrays.stream(DayPlanRows.JOINED))
                .map(name -> col(name))
                .toArray(Column[]::new);
        return rows.withColumn("day", Touched.dayOf("open_time"))
                .join(broadcast(planned), key)
                .select(columns);
    }
}
