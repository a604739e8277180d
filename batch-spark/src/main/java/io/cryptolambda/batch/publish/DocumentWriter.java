package io.cryptolambda.batch.publish;

import io.cryptolambda.core.access.ElasticsearchAccess;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the documents of a run from rows of a view, each partition by its own requests, and reads them back. */
final class DocumentWriter {
    private final ElasticsearchAccess elasticsearch;
    private final String runId;

    /** @param elasticsearch where it is, and as whom to ask it */
    DocumentWriter(ElasticsearchAccess elasticsearch, String runId) {
        this.elasticsearch = elasticsearch;
        this.runId = runId;
    }

    /** Writes; returns what was written, per index. */
    Map<String, Checksum> write(Dataset<Row> rows, Document.Factory factory) {
        ElasticsearchAccess address = elasticsearch;
        String run = runId;
        return Checksums.over(rows, (partition, written) -> {
            BulkWriter out = new BulkWriter(
                    new ElasticsearchClient(address), new SplittableRandom(TaskContext.getPartitionId()));
            partition.forEachRemaining(row -> {
                Document document = factory.of(row, run);
                out.add(document);
                written.add(document.index(), document.id(), document.source(), 0, document.source().length);
            });
            out.finish();
        });
    }

    /** Reads what {@link #write} wrote of the same rows; returns what is there, per index. */
    Map<String, Checksum> read(Dataset<Row> rows, Document.Factory factory) {
        ElasticsearchAccess address = elasticsearch;
        String run = runId;
        return Checksums.over(rows, (partition, found) -> {
            ReadBack in = new ReadBack(new ElasticsearchClient(address), found);
            partition.forEachRemaining(row -> in.add(factory.of(row, run)));
            in.finish();
        });
    }
}
