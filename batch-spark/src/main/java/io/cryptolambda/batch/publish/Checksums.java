package io.cryptolambda.batch.publish;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Checksums per index, gathered from the partitions of a dataset. */
final class Checksums {
    private static final StructType SCHEMA = StructType.fromDDL("index STRING, documents BIGINT, sum BIGINT");

    private final Map<String, Checksum> byIndex = new HashMap<>();

    /** Adds a document. */
    void add(String index, String id, byte[] source, int from, int to) {
        byIndex.put(index, byIndex.getOrDefault(index, Checksum.NONE).plus(id, source, from, to));
    }

    /** What has been added of an index. */
    Checksum of(String index) {
        return byIndex.getOrDefault(index, Checksum.NONE);
    }

    /** Runs over each partition and adds up what comes out. A task that is run twice counts once. */
    static Map<String, Checksum> over(Dataset<Row> rows, PartitionWork work) {
        MapPartitionsFunction<Row, Row> task = partition -> {
            Checksums checksums = new Checksums();
            work.run(partition, checksums);
            return checksums.rows();
        };
        Map<String, Checksum> sums = new HashMap<>();
        rows.mapPartitions(task, Encoders.row(SCHEMA))
                .collectAsList()
                .forEach(row ->
                        sums.merge(row.getString(0), new Checksum(row.getLong(1), row.getLong(2)), Checksum::plus));
        return sums;
    }

    /** What is done with the rows of a partition. */
    interface PartitionWork extends Serializable {
        void run(Iterator<Row> rows, Checksums checksums);
    }

    private Iterator<Row> rows() {
        return byIndex.entrySet().stream()
                .map(entry -> RowFactory.create(
                        entry.getKey(),
                        entry.getValue().documents(),
                        entry.getValue().sum()))
                .iterator();
    }
}
