package io.cryptolambda.batch.store;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Stores the rows of a partition in other files. The commit says that no data has changed: an append-only table allows it,
 * and who looks for what is new passes it over. Atomic: readers see the old files or the new ones.
 */
public final class PartitionRewrite {
    private final DeltaPath table;
    private final String column;

    /** @param column the table's partition column */
    public PartitionRewrite(DeltaPath table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Per partition its files, of each what the table's log tells of its contents: JSON, or an empty text. */
    public Map<String, List<String>> statistics() {
        return files(begin()).stream()
                .collect(Collectors.groupingBy(
                        this::partition,
                        Collectors.mapping(file -> file.stats() == null ? "" : file.stats(), Collectors.toList())));
    }

    /**
     * Rewrites one partition.
     *
     * @param value the partition's value
     * @param layout gives the same rows another order and another partitioning: a file each
     * @param now epoch milliseconds UTC: from now on the old files are out of use
     * @return number of files it has now
     */
    public int rewrite(String value, UnaryOperator<Dataset<Row>> layout, long now) {
        OptimisticTransaction transaction = begin();
        Dataset<Row> rows =
                table.at(transaction.snapshot().version()).where(col(column).equalTo(value));
        List<FileAction> written = JavaConverters.seqAsJavaList(transaction.writeFiles(layout.apply(rows)));
        List<Action> actions = new ArrayList<>();
        files(transaction).stream()
                .filter(file -> partition(file).equals(value))
                .forEach(file -> actions.add(file.removeWithTimestamp(now, false)));
        written.forEach(file -> actions.add(withoutDataChange((AddFile) file)));
        transaction.commit(
                scala(actions),
                new DeltaOperations.Optimize(scala(List.of()), scala(List.of()), false, Option.empty(), false));
        return written.size();
    }

    private OptimisticTransaction begin() {
        return DeltaLog.forTable(table.spark(), table.location()).startTransaction(Option.empty(), Option.empty());
    }

    private static List<AddFile> files(OptimisticTransaction transaction) {
        return transaction.snapshot().allFiles().collectAsList();
    }

    private String partition(AddFile file) {
        return file.partitionValues().apply(column);
    }

    private static AddFile withoutDataChange(AddFile file) {
        return file.copy(
                file.path(),
                file.partitionValues(),
                file.size(),
                file.modificationTime(),
                false,
                file.stats(),
                file.tags(),
                file.deletionVector(),
                file.baseRowId(),
                file.defaultRowCommitVersion(),
                file.clusteringProvider());
    }

    private static <T> Seq<T> scala(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toSeq();
    }
}
