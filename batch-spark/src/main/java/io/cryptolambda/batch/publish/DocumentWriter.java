package io.cryptolambda.batch.publish;

import java.net.URI;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;

/** Writes the documents of a run, each partition by its own requests, and reads them back. */
final class DocumentWriter {
    private final URI elasticsearch;

    /** @param elasticsearch base address */
    DocumentWriter(URI elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Writes; returns what was written, per index. */
    Map<String, Checksum> write(JavaRDD<Document> documents) {
        URI address = elasticsearch;
        return Checksums.over(documents, (partition, written) -> {
            BulkWriter out = new BulkWriter(
                    new ElasticsearchClient(address), new SplittableRandom(TaskContext.getPartitionId()));
            partition.forEachRemaining(document -> {
                out.add(document);
                written.add(document.index(), document.id(), document.source(), 0, document.source().length);
            });
            out.finish();
        });
    }

    /** Reads what {@link #write} wrote of the same documents; returns what is there, per index. */
    Map<String, Checksum> read(JavaRDD<Document> documents) {
        URI address = elasticsearch;
        return Checksums.over(documents, (partition, found) -> {
            ReadBack in = new ReadBack(new ElasticsearchClient(address), found);
            partition.forEachRemaining(in::add);
            in.finish();
        });
    }
}
