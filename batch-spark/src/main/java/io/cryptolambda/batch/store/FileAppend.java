package io.cryptolambda.batch.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map;

/**
 * Appends files to a table in one commit, once: the commit carries a transaction id, and of two appends with the same id only
 * one can commit.
 */
public final class FileAppend {
    private static final long VERSION = 1;

    private final DeltaPath table;
    private final String column;
    private final String transactionId;
    private final OptimisticTransaction transaction;

    /**
     * Begins with the table as it is now.
     *
     * @param column the table's partition column
     * @param transactionId Delta's {@code txnAppId}
     */
    public FileAppend(DeltaPath table, String column, String transactionId) {
        this.table = table;
        this.column = column;
        this.transactionId = transactionId;
        this.transaction =
                DeltaLog.forTable(table.spark(), table.location()).startTransaction(Option.empty(), Option.empty());
    }

    /** Whether an append with the same id has committed. */
    public boolean isDone() {
        return transaction.txnVersion(transactionId) >= VERSION;
    }

    /**
     * Commits.
     *
     * @param metadata identifies the commit
     * @throws org.apache.spark.sql.delta.DeltaConcurrentModificationException if an append with the same id was faster
     */
    public void commit(List<DataFile> files, String metadata) {
        List<Action> actions = new ArrayList<>();
        actions.add(new SetTransaction(transactionId, VERSION, Option.apply(System.currentTimeMillis())));
        files.forEach(file -> actions.add(added(file)));
        transaction.registerSQLMetrics(
                table.spark(),
                new Map.Map3<>(
                        "numFiles", metric(files, file -> 1),
                        "numOutputBytes", metric(files, DataFile::bytes),
                        "numOutputRows", metric(files, DataFile::rows)));
        transaction.commit(
                JavaConverters.asScalaBuffer(actions).toSeq(),
                new DeltaOperations.Write(SaveMode.Append, Option.empty(), Option.empty(), Option.apply(metadata)));
    }

    private AddFile added(DataFile file) {
        return new AddFile(
                file.path(),
                new Map.Map1<>(column, file.partition()),
                file.bytes(),
                file.modified(),
                true,
                file.statistics(),
                null,
                null,
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private SQLMetric metric(List<DataFile> files, ToLongFunction<DataFile> value) {
        SQLMetric metric = SQLMetrics.createMetric(table.spark().sparkContext(), "");
        metric.set(files.stream().mapToLong(value).sum());
        return metric;
    }
}
