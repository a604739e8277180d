package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Documents to Elasticsearch, at least once and idempotent: {@code _id} and version ({@code as_of}, {@code external_gte})
 * are the document's own, so that writing one again changes nothing and an older one never replaces a newer. A
 * checkpoint completes only when all documents before it were answered. A document that Elasticsearch refuses for what it
 * is goes to the dead letters, and the job goes on.
 */
public final class DocumentSink implements Sink<Document> {
    private static final long serialVersionUID = 1L;

    private final ElasticsearchAccess elasticsearch;
    private final Sink<DeadLetter> deadLetters;

    /**
     * @param elasticsearch where to write, and as whom
     * @param deadLetters takes the documents that are refused
     */
    public DocumentSink(ElasticsearchAccess elasticsearch, Sink<DeadLetter> deadLetters) {
        this.elasticsearch = elasticsearch;
        this.deadLetters = deadLetters;
    }

    @Override
    @Deprecated
    public SinkWriter<Document> createWriter(InitContext context) {
        return new BulkWriter(
                new BulkClient(elasticsearch),
                new RejectedWriter(() -> deadLetters.createWriter(context), context.metricGroup()),
                context.getMailboxExecutor(),
                context.getProcessingTimeService(),
                context.metricGroup());
    }
}
