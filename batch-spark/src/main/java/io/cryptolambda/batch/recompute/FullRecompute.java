package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.master.MasterDataset;
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
        List<SymbolDays> symbols = stages.run("winners", () -> Passes.symbolDays(days));
        LaterDays laterDays = new LaterDays(SymbolDays.plans(symbols));
        long candles = stages.run("candles", () -> writing.replaceCandles(Passes.candles(winners)));
        long bars = stages.run("bars", () -> writing.replaceBars(Passes.bars(winners, laterDays)));
        long daysVersion = stages.run("days", () -> writing.replaceDays(days));
        days.unpersist();
        winners.unpersist();
        return new Recomputed(
                new ViewVersions(candles, bars, daysVersion),
                ViewFigures.of(symbols),
                Optional.empty(),
                symbols.stream().mapToLong(SymbolDays::days).sum(),
                false);
    }
}
