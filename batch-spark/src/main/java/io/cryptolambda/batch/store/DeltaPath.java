package io.cryptolambda.batch.store;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaHistoryManager;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.util.FileNames;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * A Delta table by its place. What the table's log tells is read from the log itself: Delta's SQL commands for it cost
 * seconds each in a fresh JVM.
 *
 * @param spark the session
 * @param location the place, such as {@code s3a://crypto-lambda/views/bars}
 */
public record DeltaPath(SparkSession spark, String location) {
    private static final int COMMITS_SEARCHED = 20;
    private static final Pattern NUMBER_OF_RECORDS = Pattern.compile("\"numRecords\":(\\d+)");

    /**
     * A commit that was found by the text it carries.
     *
     * @param version the table's version that it made
     * @param rows number of rows it wrote
     */
    public record Commit(long version, long rows) {}

    /** Whether there is a table. */
    public boolean exists() {
        return DeltaTable.isDeltaTable(spark, location);
    }

    /** The table's current version. */
    public long version() {
        return latest().version();
    }

    /** Number of data files that make up the table. */
    public long files() {
        return latest().numOfFiles();
    }

    /** Whether the log can still tell what the table was at {@code version}. */
    public boolean has(long version) {
        if (!exists() || version > version()) {
            return false;
        }
        try {
            DeltaLog.forTable(spark, location).getSnapshotAt(version, Option.empty(), Option.empty());
            return true;
        } catch (RuntimeException e) {
            // Delta's word for it is one of several exceptions: the log's files have been cleaned up.
            return false;
        }
    }

    /** The table as of {@code version}. */
    public Dataset<Row> at(long version) {
        return spark.read().format("delta").option("versionAsOf", version).load(location);
    }

    /** The table's properties. */
    public Map<String, String> properties() {
        return Map.copyOf(JavaConverters.mapAsJavaMap(latest().metadata().configuration()));
    }

    /** Sets properties, in one commit. */
    public void setProperties(Map<String, String> properties) {
        String assignments = properties.entrySet().stream()
                .map(property -> "'" + property.getKey() + "' = '" + property.getValue() + "'")
                .collect(Collectors.joining(", "));
        spark.sql("ALTER TABLE delta.`" + location + "` SET TBLPROPERTIES (" + assignments + ")");
    }

    /**
     * The newest commit among the last few that carries exactly {@code userMetadata}.
     *
     * @throws IllegalStateException if there is none
     */
    public Commit commit(String userMetadata) {
        Snapshot latest = latest();
        long oldest = Math.max(0, latest.version() - COMMITS_SEARCHED + 1);
        return newestCommit(
                        latest.deltaLog(),
                        latest.version(),
                        oldest,
                        (version, info) -> info.userMetadata().contains(userMetadata)
                                ? Optional.of(new Commit(version, rowsWritten(info)))
                                : Optional.empty())
                .orElseThrow(() -> new IllegalStateException("another run wrote to " + location
                        + " at the same time; nothing of this run was stored there; run one at a time (or the folder 'lease' of"
                        + " the store was deleted: it must hold a file with a number above any that was there)"));
    }

    /**
     * Searches the texts that commits carry, from version {@code upTo} back to where the log begins.
     *
     * @param reading what to make of a text; empty to search on
     */
    public <T> Optional<T> newestMetadata(long upTo, Function<String, Optional<T>> reading) {
        return newestCommit(
                DeltaLog.forTable(spark, location),
                upTo,
                0,
                (version, info) -> info.userMetadata().isDefined()
                        ? reading.apply(info.userMetadata().get())
                        : Optional.empty());
    }

    /** What was appended after version {@code since}, up to {@code upTo}. */
    public DeltaChanges changes(long since, long upTo) {
        return DeltaChanges.between(latest(), since, upTo);
    }

    /** Number of rows by the values of the partition columns, as the log counts them: no file is read. */
    public Map<Map<String, String>, Long> rowsByPartition(long version) {
        Map<Map<String, String>, Long> rows = new HashMap<>();
        Snapshot snapshot = DeltaLog.forTable(spark, location).getSnapshotAt(version, Option.empty(), Option.empty());
        snapshot.allFiles()
                .select("partitionValues", "stats")
                .collectAsList()
                .forEach(file -> rows.merge(Map.copyOf(file.getJavaMap(0)), recordsOf(file.getString(1)), Long::sum));
        return rows;
    }

    /** Puts the table back to what it was at {@code version}, by a commit of its own. */
    public void restore(long version) {
        DeltaTable.forPath(spark, location).restoreToVersion(version);
    }

    /** Deletes files that no version younger than {@code hours} needs. */
    public void vacuum(double hours) {
        DeltaTable.forPath(spark, location).vacuum(hours);
    }

    /** Goes back from version {@code upTo} until {@code reading} finds something, or the log has no more commits. */
    private static <T> Optional<T> newestCommit(
            DeltaLog log, long upTo, long oldest, BiFunction<Long, CommitInfo, Optional<T>> reading) {
        for (long version = upTo; version >= oldest; version--) {
            Option<CommitInfo> info = commitInfo(log, version);
            if (info.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> found = reading.apply(version, info.get());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Snapshot latest() {
        return DeltaLog.forTableWithSnapshot(spark, location)._2();
    }

    /** What a commit says of itself; nothing if the log no longer has it. */
    private static Option<CommitInfo> commitInfo(DeltaLog log, long version) {
        Path file = FileNames.unsafeDeltaFile(log.logPath(), version);
        Configuration configuration = log.newDeltaHadoopConf();
        try {
            return file.getFileSystem(configuration).exists(file)
                    ? DeltaHistoryManager.getCommitInfoOpt(log.store(), file, configuration)
                    : Option.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + log.logPath(), e);
        }
    }

    private static long recordsOf(String stats) {
        Matcher matcher = NUMBER_OF_RECORDS.matcher(stats);
        if (!matcher.find()) {
            throw new IllegalStateException("a file of the table has no row count: " + stats);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static long rowsWritten(CommitInfo info) {
        return info.operationMetrics().isEmpty()
                ? 0
                : Long.parseLong(
                        JavaConverters.mapAsJavaMap(info.operationMetrics().get())
                                .getOrDefault("numOutputRows", "0"));
    }
}
