package io.cryptolambda.batch.publish;

import io.cryptolambda.core.access.ElasticsearchAccess;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;

/** Writes the documents of a run, each partition by its own requests, and reads them back. */
final class DocumentWriter {
    private final ElasticsearchAccess elasticsearch;

    /** @param elasticsearch where it is, and as whom to ask it */
    DocumentWriter(ElasticsearchAccess elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Writes; returns what was written, per index. */
    Map<String, Checksum> write(JavaRDD<Document> documents) {
        ElasticsearchAccess address = elasticsearch;
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
        ElasticsearchAccess address = elasticsearch;
        return Checksums.over(documents, (partition, found) -> {
            ReadBack in = new ReadBack(new ElasticsearchClient(address), found);
            partition.forEachRemaining(in::add);
            in.finish();
        });
    }
}
