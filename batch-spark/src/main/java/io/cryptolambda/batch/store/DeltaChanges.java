package io.cryptolambda.batch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * What a table's own log says was appended between two of its versions. Commits that only arrange rows anew (compaction)
 * say so, and count for nothing.
 */
public final class DeltaChanges {
    private final Snapshot snapshot;
    private final List<AddFile> added = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();
    private String unusable;

    private DeltaChanges(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Reads the log.
     *
     * @param since a version whose rows are known
     * @param upTo the last version to count
     */
    static DeltaChanges between(Snapshot snapshot, long since, long upTo) {
        DeltaChanges changes = new DeltaChanges(snapshot);
        changes.read(snapshot.deltaLog(), since, upTo);
        return changes;
    }

    /** Why the log does not tell; null if it does. */
    public String unusable() {
        return unusable;
    }

    /** The rows that were appended. */
    public Dataset<Row> rows() {
        return snapshot.deltaLog()
                .createDataFrame(snapshot, JavaConverters.asScalaBuffer(added).toSeq(), false, Option.empty());
    }

    /** Number of rows that were appended to one partition, as the log counts them. */
    public long rows(Map<String, String> partition) {
        return added.stream()
                .filter(file ->
                        JavaConverters.mapAsJavaMap(file.partitionValues()).equals(partition))
                .mapToLong(file -> DeltaPath.recordsOf(file.stats()))
                .sum();
    }

    /** Number of files that were appended. */
    public int files() {
        return added.size();
    }

    private void read(DeltaLog log, long since, long upTo) {
        if (since > upTo) {
            unusable = "the table is at version " + upTo + ", before version " + since + " that was known";
            return;
        }
        if (since == upTo) {
            return;
        }
        Iterator<Tuple2<Object, Seq<Action>>> commits = log.getChanges(since + 1, false);
        long expected = since + 1;
        while (commits.hasNext() && unusable == null && expected <= upTo) {
            Tuple2<Object, Seq<Action>> commit = commits.next();
            long version = ((Number) commit._1()).longValue();
            if (version != expected) {
                break;
            }
            JavaConverters.seqAsJavaList(commit._2()).forEach(this::take);
            expected++;
        }
        if (unusable == null && expected <= upTo) {
            unusable = "the table's log no longer has version " + expected;
        }
        if (unusable == null && !filesAreThere(log)) {
            unusable = "files appended since version " + since + " were compacted and vacuumed";
        }
    }

    private void take(Action action) {
        if (action instanceof AddFile add && add.dataChange()) {
            added.add(add);
        } else if (action instanceof RemoveFile remove) {
            if (remove.dataChange()) {
                unusable = "rows were removed from the table";
            }
            moved.add(remove.path());
        }
    }

    private boolean filesAreThere(DeltaLog log) {
        try {
            for (AddFile file : added) {
                if (moved.contains(file.path())) {
                    Path path = file.absolutePath(log);
                    FileSystem store = path.getFileSystem(log.newDeltaHadoopConf());
                    if (!store.exists(path)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
