package io.cryptolambda.batch.store;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
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
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
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

    /**
     * What a table's log says of itself, read at once.
     *
     * @param version the table's version
     * @param properties its properties
     */
    public record State(long version, Map<String, String> properties) {}

    /** The current state; empty if there is no table. */
    public Optional<State> state() {
        Snapshot latest = latest();
        return latest.version() < 0
                ? Optional.empty()
                : Optional.of(new State(
                        latest.version(),
                        Map.copyOf(JavaConverters.mapAsJavaMap(latest.metadata().configuration()))));
    }

    /** Whether there is a table. */
    public boolean exists() {
        return version() >= 0;
    }

    /** The table's current version; negative if there is no table. */
    public long version() {
        return latest().version();
    }

    /** Number of data files that make up the table. */
    public long files() {
        Snapshot latest = latest();
        Option<VersionChecksum> checksum = latest.checksumOpt();
        return checksum.isDefined() ? checksum.get().numFiles() : latest.numOfFiles();
    }

    /** Whether the log can still tell what the table was at {@code version}. */
    public boolean has(long version) {
        long latest = version();
        if (version >= latest) {
            return version == latest;
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
        // Not spark.read(): that looks the version up on the store, and plans much.
        DeltaLog log = DeltaLog.forTable(spark, location);
        Snapshot snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty());
        return spark.baseRelationToDataFrame(
                log.createRelation(log.createRelation$default$1(), Option.apply(snapshot), Option.empty(), true));
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
                        + " at the same time; nothing of this run was stored there; run one at a time (or the folder"
                        + " 'lease' of the store was deleted: it must hold a file with a number above any that was"
                        + " there)"));
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
        for (AddFile file : files(snapshot)) {
            rows.merge(
                    Map.copyOf(JavaConverters.mapAsJavaMap(file.partitionValues())),
                    recordsOf(file.stats()),
                    Long::sum);
        }
        return rows;
    }

    /** The files, as the last commit lists them beside itself; where it does not, Spark has to put the log together. */
    private static List<AddFile> files(Snapshot snapshot) {
        Option<VersionChecksum> checksum = snapshot.checksumOpt();
        return checksum.isDefined() && checksum.get().allFiles().isDefined()
                ? JavaConverters.seqAsJavaList(checksum.get().allFiles().get())
                : snapshot.allFiles().collectAsList();
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

    static long recordsOf(String stats) {
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
