package io.cryptolambda.batch.master;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import io.cryptolambda.batch.store.DeltaChanges;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.KnowledgePosition;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * The table {@code master/ohlcv_1m}: every record of the log with its position, append-only.
 *
 * <p>Decisions. <b>Delta Lake</b>, because an append is one atomic commit on any store. <b>Its own checkpoint</b>: where to
 * read on is said by the commit that appended last, not by a file beside it that could disagree; where the log of commits
 * no longer tells, it is the largest offset in the table. <b>Partitioned by the month of
 * the open time</b>: an incremental recompute reads only the months touched, old months are compacted once and then never
 * rewritten, and a month of 500 symbols (22 million rows, about 1 GB) is a good size for both; finer would leave a small
 * file per day and run. Records that break the contract have no open time and form a partition of their own, and so do
 * the notes of which archive files were imported. <b>One
 * driver at a time</b>: on S3, Delta's log is safe for a single writer only.
 *
 * <p>Table properties tell, per generation, the id of the topic that was archived and its number of partitions.
 */
public final class MasterDataset {
    private static final String TOPIC_ID = "cryptolambda.topic-id.";
    private static final String IMPORT_SEQUENCE = "import_sequence";
    private static final String PARTITIONS = "cryptolambda.partitions.";

    private final DeltaPath path;
    private final Runnable fence;

    /**
     * @param path where the table is or will be
     * @param fence called before each commit; fails where another run has the store by now
     */
    public MasterDataset(DeltaPath path, Runnable fence) {
        this.path = path;
        this.fence = fence;
    }

    /** The topic archived as {@code generation}; empty if none was yet. */
    Optional<TopicIdentity> topic(int generation) {
        return path.state().flatMap(state -> topic(state.properties(), generation));
    }

    /** Records which topic is archived as {@code generation}. */
    void claim(int generation, TopicIdentity topic) {
        path.setProperties(properties(generation, topic));
    }

    /** Creates the table, and records which topic is archived as {@code generation}. */
    void create(int generation, TopicIdentity topic) {
        DeltaTableBuilder table = DeltaTable.createIfNotExists(path.spark())
                .location(path.location())
                .addColumns(MasterColumns.SCHEMA)
                .partitionedBy(MasterColumns.MONTH)
                .property("delta.appendOnly", "true")
                .property("delta.dataSkippingStatsColumns", String.join(",", MasterColumns.WITH_STATISTICS))
                .property("delta.setTransactionRetentionDuration", "interval 30 days");
        properties(generation, topic).forEach(table::property);
        table.execute();
    }

    /** Gives a table that an earlier version of this program made the columns that it lacks. */
    void addMissingColumns() {
        Set<String> known = Set.of(path.at(path.version()).columns());
        String missing = Arrays.stream(MasterColumns.SCHEMA.fields())
                .filter(column -> !known.contains(column.name()))
                .map(StructField::toDDL)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            path.spark().sql("ALTER TABLE delta.`" + path.location() + "` ADD COLUMNS (" + missing + ")");
        }
    }

    /**
     * A fixed state of the table: whatever is appended meanwhile, it reads the same.
     *
     * @throws IllegalStateException if nothing was ever archived
     */
    public Snapshot snapshot() {
        DeltaPath.State state = path.state()
                .orElseThrow(() ->
                        new IllegalStateException("no master dataset at " + path.location() + "; run archive first"));
        return new Snapshot(path, state.version(), state.properties());
    }

    /**
     * Appends what an import brings, in one commit.
     *
     * @param rows as {@link ImportRows} makes them
     * @param firstSequence the smallest sequence among them; of two imports that begin at the same one only one can commit
     * @param metadata identifies the commit
     * @return the table with the rows
     * @throws IllegalStateException if another run imported at the same time; nothing was stored then
     */
    public Snapshot append(Dataset<Row> rows, long firstSequence, String metadata) {
        fence.run();
        rows.write()
                .format("delta")
                .mode("append")
                .option("mergeSchema", "true")
                .option("txnAppId", "import/" + firstSequence)
                .option("txnVersion", 1)
                .option("userMetadata", metadata)
                .save(path.location());
        long version = path.commit(metadata).version();
        return new Snapshot(path, version, path.state().orElseThrow().properties());
    }

    /** Number of records that break the contract among those that the commit of {@code version} appended. */
    long rejectedBy(long version) {
        return path.changes(version - 1, version).rows(Map.of(MasterColumns.MONTH, MasterColumns.REJECTED_MONTH));
    }

    /** Whether anything was ever archived. */
    boolean exists() {
        return path.exists();
    }

    /** Fails where another run has the store by now. */
    void requireHeld() {
        fence.run();
    }

    /** Where the table is. */
    public DeltaPath path() {
        return path;
    }

    private static Map<String, String> properties(int generation, TopicIdentity topic) {
        return Map.of(TOPIC_ID + generation, topic.id(), PARTITIONS + generation, Integer.toString(topic.partitions()));
    }

    private static Optional<TopicIdentity> topic(Map<String, String> properties, int generation) {
        return Optional.ofNullable(properties.get(TOPIC_ID + generation))
                .map(id -> new TopicIdentity(id, Integer.parseInt(properties.get(PARTITIONS + generation))));
    }

    /** A fixed state of the table. */
    public static final class Snapshot {
        private final DeltaPath path;
        private final long version;
        private final Dataset<Row> rows;
        private final Map<String, String> properties;

        private Snapshot(DeltaPath path, long version, Map<String, String> properties) {
            this.path = path;
            this.version = version;
            this.rows = withImportSequence(path.at(version));
            this.properties = properties;
        }

        /** The table's version. */
        public long version() {
            return version;
        }

        /** What was appended after version {@code since}. */
        public DeltaChanges changesSince(long since) {
            return path.changes(since, version);
        }

        /** Of {@code rows}, in this table's columns, the candles. */
        public static Dataset<Row> valid(Dataset<Row> rows) {
            return rows.where(
                    not(col(MasterColumns.MONTH).isin(MasterColumns.REJECTED_MONTH, MasterColumns.IMPORTS_MONTH)));
        }

        /** All candles: records of the log that keep the contract, and rows of archive files. */
        public Dataset<Row> valid() {
            return valid(rows);
        }

        /** The largest open time that the log tells of, per symbol, epoch milliseconds UTC. */
        public Map<String, Long> newestInLog() {
            Map<String, Long> newest = new HashMap<>();
            valid().where(col(IMPORT_SEQUENCE).equalTo(MasterColumns.OF_THE_LOG))
                    .groupBy("symbol")
                    .agg(max("open_time"))
                    .collectAsList()
                    .forEach(row -> newest.put(row.getString(0), row.getLong(1)));
            return newest;
        }

        /**
         * What the log must hold of each symbol for the layers that read it: the candles of the last {@code behind}
         * milliseconds before the newest one that the log tells of, in order of (symbol, open time, position).
         */
        public Dataset<Row> tail(long behind, int partitions) {
            Dataset<Row> from = valid().where(col(IMPORT_SEQUENCE).equalTo(MasterColumns.OF_THE_LOG))
                    .groupBy("symbol")
                    .agg(max("open_time").minus(behind).as("log_from"))
                    .persist();
            Row oldest = from.agg(min("log_from")).first();
            String month = oldest.isNullAt(0) ? "" : Indices.month(oldest.getLong(0));
            return valid().where(col(MasterColumns.MONTH).geq(month))
                    .join(broadcast(from), "symbol")
                    .where(col("open_time").geq(col("log_from")))
                    .repartition(partitions, col("symbol"))
                    .sortWithinPartitions("symbol", "open_time", "as_of", IMPORT_SEQUENCE);
        }

        /** The archive files that were imported after the one of sequence {@code after}, in the order of imports. */
        public List<ImportedFile> importedFiles(long after) {
            return rows
                    .where(col(MasterColumns.MONTH).equalTo(MasterColumns.IMPORTS_MONTH))
                    .where(col(IMPORT_SEQUENCE).gt(after))
                    .select("key", "value", IMPORT_SEQUENCE)
                    .orderBy(IMPORT_SEQUENCE)
                    .collectAsList()
                    .stream()
                    .map(ImportRows::readImported)
                    .toList();
        }

        /** What breaks the contract. */
        public Dataset<Row> rejections() {
            return rows.where(col(MasterColumns.MONTH).equalTo(MasterColumns.REJECTED_MONTH));
        }

        /** Number of records and rows that break the contract, as the table's log counts them. */
        public long rejected() {
            return path.rowsByPartition(version)
                    .getOrDefault(Map.of(MasterColumns.MONTH, MasterColumns.REJECTED_MONTH), 0L);
        }

        /** The next offset of each partition that was archived as {@code generation}. */
        SortedMap<Integer, Long> nextOffsets(int generation) {
            return path.newestMetadata(version, text -> ArchivedOffsets.parse(text, generation))
                    .map(ArchivedOffsets::next)
                    .orElseGet(() -> largestOffsets(generation));
        }

        /** As the rows tell: for tables of before commits told, and those whose log was cleaned up since. */
        private SortedMap<Integer, Long> largestOffsets(int generation) {
            SortedMap<Integer, Long> next = new TreeMap<>();
            rows.where(col("generation").equalTo(generation).and(col("offset").isNotNull()))
                    .groupBy("partition")
                    .agg(max("offset"))
                    .collectAsList()
                    .forEach(row -> next.put(row.getInt(0), row.getLong(1) + 1));
            return next;
        }

        /**
         * K: per partition of the topic archived as {@code generation} the end position stored, exclusive.
         *
         * @throws IllegalStateException if nothing was archived as this generation
         */
        public SortedMap<Integer, Long> endPositions(int generation) {
            int partitions = topic(properties, generation)
                    .orElseThrow(() -> new IllegalStateException(
                            "nothing was archived as generation " + generation + " yet; run archive first"))
                    .partitions();
            SortedMap<Integer, Long> next = nextOffsets(generation);
            SortedMap<Integer, Long> end = new TreeMap<>();
            for (int partition = 0; partition < partitions; partition++) {
                end.put(partition, KnowledgePosition.of(generation, next.getOrDefault(partition, 0L)));
            }
            return end;
        }

        /** Tables of before there were imports have no such column, or rows without it. */
        private static Dataset<Row> withImportSequence(Dataset<Row> rows) {
            Column known = List.of(rows.columns()).contains(IMPORT_SEQUENCE) ? col(IMPORT_SEQUENCE) : lit(null);
            return rows.withColumn(IMPORT_SEQUENCE, coalesce(known.cast("bigint"), lit(MasterColumns.OF_THE_LOG)));
        }
    }
}
