package io.cryptolambda.batch.publish;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/** Checksums per index, gathered from the partitions of the documents. */
final class Checksums {
    private final HashMap<String, Checksum> byIndex = new HashMap<>();

    /** Adds a document. */
    void add(String index, String id, byte[] source, int from, int to) {
        byIndex.put(index, of(index).plus(id, source, from, to));
    }

    /** What has been added of an index. */
    Checksum of(String index) {
        return byIndex.getOrDefault(index, Checksum.NONE);
    }

    /** Runs over each partition and adds up what comes out. A task that is run twice counts once. */
    static Map<String, Checksum> over(JavaRDD<Document> documents, PartitionWork work) {
        Map<String, Checksum> sums = new HashMap<>();
        documents
                .mapPartitions(partition -> {
                    Checksums checksums = new Checksums();
                    work.run(partition, checksums);
                    return List.of(checksums.byIndex).iterator();
                })
                .collect()
                .forEach(some -> some.forEach((index, sum) -> sums.merge(index, sum, Checksum::plus)));
        return sums;
    }

    /** What is done with the documents of a partition. */
    interface PartitionWork extends Serializable {
        void run(Iterator<Document> documents, Checksums checksums);
    }
}
