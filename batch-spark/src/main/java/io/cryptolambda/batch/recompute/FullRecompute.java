package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.row.DayPlanRows;
import io.cryptolambda.batch.view.LaterDays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Computes all views anew from the master dataset. */
final class FullRecompute {
    private final Stages stages;
    private final int partitions;

    FullRecompute(Stages stages, int partitions) {
        this.stages = stages;
        this.partitions = partitions;
    }

    Recomputed run(MasterDataset.Snapshot master, ViewWriting writing) {
        Dataset<Row> winners = Passes.winners(master.valid(), partitions).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> days = Passes.days(winners).persist(StorageLevel.MEMORY_AND_DISK());
        long touched = stages.run("winners", days::count);
        Dataset<Row> none = days.sparkSession().createDataFrame(List.of(), days.schema());
        LaterDays laterDays = stages.run("later_days", () -> laterDays(Passes.plan(none, days)));
        long candles = stages.run("candles", () -> writing.replaceCandles(Passes.candles(winners)));
        long bars = stages.run("bars", () -> writing.replaceBars(Passes.bars(winners, laterDays)));
        long daysVersion = stages.run("days", () -> writing.replaceDays(days));
        days.unpersist();
        winners.unpersist();
        return new Recomputed(new ViewVersions(candles, bars, daysVersion), Optional.empty(), touched, false);
    }

    /** What closed the bars of the planned days that lack their last minute. */
    static LaterDays laterDays(Dataset<Row> plan) {
        return new LaterDays(plan.where(col("touched").and(col("holes"))).collectAsList().stream()
                .map(DayPlanRows::read)
                .toList());
    }
}
