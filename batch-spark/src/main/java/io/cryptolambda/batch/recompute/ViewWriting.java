package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the view tables for one run. Every commit carries the run's id and the epoch of its lease: a table that has seen a
 * later epoch refuses it.
 */
final class ViewWriting {
    private static final Logger LOG = LoggerFactory.getLogger(ViewWriting.class);

    private static final int FILES_OF_A_MONTH = 4;

    private final Table candles;
    private final Table bars;
    private final Table days;
    private final int partitions;
    private final Lease lease;
    private final String runId;
    private final Duration retention;

    /** @param sortedBy identifies a row */
    private record Table(DeltaPath path, List<String> partitionedBy, String[] sortedBy) {}

    ViewWriting(
            DeltaPath candles,
            DeltaPath bars,
            DeltaPath days,
            int partitions,
            Lease lease,
            String runId,
            Duration retention) {
        this.candles = new Table(candles, List.of("date"), new String[] {"date", "symbol", "open_time"});
        this.bars = new Table(
                bars, List.of("interval", "month"), new String[] {"interval", "month", "symbol", "open_time"});
        this.days = new Table(days, List.of("month"), new String[] {"month", "symbol", "day"});
        this.partitions = partitions;
        this.lease = lease;
        this.runId = runId;
        this.retention = retention;
    }

    /** Replaces the candles; returns the table's version. */
    long replaceCandles(Dataset<Row> rows) {
        return replace(candles, rows);
    }

    /** Replaces the bars; returns the table's version. */
    long replaceBars(Dataset<Row> rows) {
        return replace(bars, rows);
    }

    /** Replaces the days; returns the table's version. */
    long replaceDays(Dataset<Row> rows) {
        return replace(days, rows);
    }

    /** Puts changed candles into version {@code base}; returns the table's version. */
    long updateCandles(Dataset<Row> changed, List<ChangedPart> parts, long base) {
        return update(candles, changed, parts.stream().map(ChangedPart::values).toList(), base);
    }

    /** Puts changed bars into version {@code base}; returns the table's version. */
    long updateBars(Dataset<Row> changed, List<ChangedPart> parts, long base) {
        return update(bars, changed, parts.stream().map(ChangedPart::values).toList(), base);
    }

    /** Puts changed days, of some months, into version {@code base}; returns the table's version. */
    long updateDays(Dataset<Row> changed, List<String> months, long base) {
        return update(days, changed, months.stream().map(List::of).toList(), base);
    }

    private long replace(Table table, Dataset<Row> rows) {
        return commit(
                table,
                rows.sortWithinPartitions(columns(table.sortedBy()))
                        .write()
                        .option("overwriteSchema", "true")
                        .option(
                                "delta.dataSkippingStatsColumns",
                                "symbol," + table.sortedBy()[table.sortedBy().length - 1])
                        .option("delta.logRetentionDuration", "interval " + retention.toHours() + " hours"));
    }

    /** Only the partitions that hold a changed row are written anew. */
    private long update(Table table, Dataset<Row> changed, List<List<String>> touched, long base) {
        if (table.path().version() != base) {
            // A run that was killed before it published has been here.
            LOG.warn("event=view_restored table={} version={}", table.path().location(), base);
            lease.requireHeld();
            table.path().restore(base);
        }
        if (touched.isEmpty()) {
            return table.path().version();
        }
        Dataset<Row> stood = table.path().at(base).where(anyOf(table, touched)).select(columns(changed.columns()));
        Dataset<Row> now = ChangedRows.over(stood, changed, partitions, table.sortedBy(), spread(table))
                // It is sorted already, which Spark cannot know, and would spoil.
                .sortWithinPartitions(columns(table.sortedBy()));
        return commit(table, now.write().option("partitionOverwriteMode", "dynamic"));
    }

    /** A month of 5m bars is large enough to be written by several tasks. */
    private Column[] spread(Table table) {
        List<Column> columns =
                new ArrayList<>(List.of(columns(table.partitionedBy().toArray(String[]::new))));
        if (table == bars) {
            columns.add(expr("pmod(hash(symbol), " + FILES_OF_A_MONTH + ")"));
        }
        return columns.toArray(Column[]::new);
    }

    private static Column anyOf(Table table, List<List<String>> values) {
        return values.stream()
                .map(value -> {
                    Column all = col(table.partitionedBy().get(0)).equalTo(value.get(0));
                    for (int i = 1; i < table.partitionedBy().size(); i++) {
                        all = all.and(col(table.partitionedBy().get(i)).equalTo(value.get(i)));
                    }
                    return all;
                })
                .reduce(Column::or)
                .orElseThrow();
    }

    private long commit(Table table, DataFrameWriter<Row> writer) {
        lease.requireHeld();
        writer.format("delta")
                .mode("overwrite")
                .option("txnAppId", "lease")
                .option("txnVersion", lease.epoch())
                .option("userMetadata", runId)
                .partitionBy(table.partitionedBy().toArray(String[]::new))
                .save(table.path().location());
        DeltaPath.Commit commit = table.path().commit(runId);
        LOG.info(
                "event=view_written table={} version={} rows={}",
                table.path().location(),
                commit.version(),
                commit.rows());
        return commit.version();
    }

    private static Column[] columns(String... names) {
        return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
    }
}
