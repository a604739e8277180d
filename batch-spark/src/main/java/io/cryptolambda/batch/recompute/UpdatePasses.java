package io.cryptolambda.batch.recompute;

import static io.cryptolambda.batch.row.InternalRows.mapped;
import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.DayRows;
import io.cryptolambda.batch.row.Groups;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.RolledBarRows;
import io.cryptolambda.batch.row.SeriesKey;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.batch.row.WinnerRows;
import io.cryptolambda.batch.view.FeaturePass;
import io.cryptolambda.batch.view.FullPass;
import io.cryptolambda.batch.view.IndicatorPass;
import io.cryptolambda.batch.view.LaterDays;
import io.cryptolambda.batch.view.RolledBar;
import io.cryptolambda.batch.view.RolledDays;
import io.cryptolambda.batch.view.Update;
import io.cryptolambda.batch.view.Update.Before;
import io.cryptolambda.batch.view.ViewBar;
import io.cryptolambda.batch.view.ViewCandle;
import io.cryptolambda.batch.view.Winner;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The passes of {@link io.cryptolambda.batch.view} that go on from rows of an earlier run. Whatever goes into a pass together
 * is spread by symbol over the same number of partitions, so that winners are never shuffled again.
 */
final class UpdatePasses {
    private UpdatePasses() {}

    /** What is to be done with which days: of the days as they were, and those that were touched, as they are. */
    static List<SymbolDays> symbolDays(Dataset<Row> before, Dataset<Row> touched) {
        return bySymbol(before, touched, "symbol", "day")
                .zipPartitions(
                        InternalRows.of(touched),
                        (old, now) -> Passes.symbolDays(mapped(old, DayRows::read), mapped(now, DayRows::read), false))
                .collect();
    }

    /**
     * The candles that are new or have changed.
     *
     * @param before rows of the view
     * @param winners of the touched days
     */
    static Dataset<Row> changedCandles(Dataset<Row> before, Dataset<Row> winners, Broadcast<PlannedDays> plans) {
        int symbol = before.schema().fieldIndex("symbol");
        int openTime = before.schema().fieldIndex("open_time");
        Dataset<Row> planned = filtered(before, row -> plans.value()
                .takes(row.getUTF8String(symbol).toString(), Interval.ONE_MINUTE, row.getLong(openTime)));
        JavaRDD<InternalRow> changed = bySymbol(planned, winners, "symbol", "open_time")
                .zipPartitions(InternalRows.of(winners), (old, now) -> changedCandles(old, now, plans.value()));
        return InternalRows.dataset(before.sparkSession(), changed, ViewCandleRows.SCHEMA);
    }

    private static Iterator<InternalRow> changedCandles(
            Iterator<InternalRow> before, Iterator<InternalRow> winners, PlannedDays plans) {
        Iterator<Before<ViewCandle>> old = mapped(before, row -> {
            ViewCandle view = ViewCandleRows.read(row);
            Candle candle = view.enriched().candle();
            return plans.with(view, candle.symbol(), Interval.ONE_MINUTE, candle.openTime());
        });
        Iterator<Winner> now = mapped(winners, WinnerRows::read);
        return mapped(
                new CoGroups<>(
                        new Groups<>(
                                old,
                                row -> SeriesKey.of(
                                        row.row().enriched().candle().symbol())),
                        new Groups<>(now, winner -> SeriesKey.of(winner.candle().symbol())),
                        (left, right) -> new Update<>(new FeaturePass(), left, right)),
                ViewCandleRows::write);
    }

    /**
     * The bars that are new or have changed.
     *
     * @param before rows of the view
     * @param winners of the touched days
     * @param laterDays what closed the bars that nothing of their own day did
     */
    static Dataset<Row> changedBars(
            Dataset<Row> before, Dataset<Row> winners, LaterDays laterDays, Broadcast<PlannedDays> plans) {
        Dataset<Row> rolled = InternalRows.overPartitions(
                        winners,
                        rows -> mapped(
                                new FullPass<>(mapped(rows, WinnerRows::read), () -> new RolledDays(laterDays)),
                                RolledBarRows::write),
                        RolledBarRows.SCHEMA)
                .sortWithinPartitions("symbol", "interval", "open_time");
        int symbol = before.schema().fieldIndex("symbol");
        int interval = before.schema().fieldIndex("interval");
        int openTime = before.schema().fieldIndex("open_time");
        Dataset<Row> planned = filtered(before, row -> plans.value()
                .takes(
                        row.getUTF8String(symbol).toString(),
                        Interval.parse(row.getUTF8String(interval).toString()),
                        row.getLong(openTime)));
        JavaRDD<InternalRow> changed = bySymbol(planned, rolled, "symbol", "interval", "open_time")
                .zipPartitions(InternalRows.of(rolled), (old, now) -> changedBars(old, now, plans.value()));
        return InternalRows.dataset(before.sparkSession(), changed, ViewBarRows.SCHEMA);
    }

    private static Iterator<InternalRow> changedBars(
            Iterator<InternalRow> before, Iterator<InternalRow> rolled, PlannedDays plans) {
        Iterator<Before<ViewBar>> old = mapped(before, row -> {
            ViewBar view = ViewBarRows.read(row);
            EnrichedBar bar = view.enriched();
            return plans.with(
                    view, bar.symbol(), bar.bar().interval(), bar.bar().openTime());
        });
        Iterator<RolledBar> now = mapped(rolled, RolledBarRows::read);
        return mapped(
                new CoGroups<>(
                        new Groups<>(old, row -> series(row.row().rolled())),
                        new Groups<>(now, UpdatePasses::series),
                        (left, right) -> new Update<>(new IndicatorPass(), left, right)),
                ViewBarRows::write);
    }

    private static SeriesKey series(RolledBar bar) {
        return new SeriesKey(bar.symbol(), bar.bar().interval().text());
    }

    private static Dataset<Row> filtered(Dataset<Row> rows, Function<InternalRow, Boolean> needed) {
        return InternalRows.dataset(rows.sparkSession(), InternalRows.of(rows).filter(needed), rows.schema());
    }

    /** {@code rows} spread as {@code like} is, and sorted. */
    private static JavaRDD<InternalRow> bySymbol(Dataset<Row> rows, Dataset<Row> like, String first, String... more) {
        int partitions = like.queryExecution().toRdd().getNumPartitions();
        return InternalRows.of(rows.repartition(partitions, col("symbol")).sortWithinPartitions(first, more));
    }
}
