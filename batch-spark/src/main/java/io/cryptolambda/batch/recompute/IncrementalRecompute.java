package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.view.LaterDays;
import io.cryptolambda.core.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the views of an earlier run up to date: the days that have new records, and what looks back at them. The bounded
 * lookback makes the result the same, to the bit, as computing everything anew.
 */
final class IncrementalRecompute {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalRecompute.class);

    private final SparkSession spark;
    private final Stages stages;
    private final ViewTables views;
    private final int partitions;
    private final Duration horizon;

    IncrementalRecompute(SparkSession spark, Stages stages, ViewTables views, int partitions, Duration horizon) {
        this.spark = spark;
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
     */
    Recomputed run(MasterDataset.Snapshot master, Dataset<Row> appended, ViewVersions base, ViewWriting writing) {
        Touched touched = stages.run("touched_days", () -> Touched.of(appended));
        Dataset<Row> winners =
                Passes.winners(touched.records(master), partitions).persist();
        Dataset<Row> days = Passes.days(winners);
        List<SymbolDays> symbols = stages.run("plan", () -> UpdatePasses.symbolDays(views.days(base), days));
        PlannedDays planned = new PlannedDays(SymbolDays.plans(symbols));
        LaterDays laterDays = new LaterDays(SymbolDays.plans(symbols));
        Broadcast<PlannedDays> plans =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(planned);

        Dataset<Row> candles = UpdatePasses.changedCandles(plannedCandles(base, planned), winners, plans)
                .persist();
        List<ChangedPart> candleParts = stages.run("changed_candles", () -> ChangedPart.ofCandles(candles));
        Dataset<Row> bars = UpdatePasses.changedBars(plannedBars(base, planned), winners, laterDays, plans)
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
        long daysVersion = stages.run("write_days", () -> writing.updateDays(days, touched.months(), base.days()));
        winners.unpersist();
        return new Recomputed(
                new ViewVersions(candlesVersion, barsVersion, daysVersion),
                ViewFigures.of(symbols),
                Optional.of(new Recomputed.Changed(candles, bars, candleParts, barParts)),
                touched.count(),
                touched.beyond(horizon, symbols));
    }

    private Dataset<Row> plannedCandles(ViewVersions base, PlannedDays planned) {
        return views.candles(base).where(col("date").isInCollection(planned.dates()));
    }

    private Dataset<Row> plannedBars(ViewVersions base, PlannedDays planned) {
        Column months = Interval.ROLLED_UP.stream()
                .map(interval -> col("interval")
                        .equalTo(interval.text())
                        .and(col("month").isInCollection(planned.months(interval))))
                .reduce(Column::or)
                .orElse(lit(false));
        return views.bars(base).where(months);
    }
}
