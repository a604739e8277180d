package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.elasticsearch.sink.BulkOutcomes;
import org.apache.flink.connector.elasticsearch.sink.VersionedSinkBuilder;
import org.apache.flink.metrics.MetricGroup;
import org.apache.http.HttpHost;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.common.xcontent.XContentType;
import org.elasticsearch.index.VersionType;

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
    public SinkWriter<Document> createWriter(InitContext context) throws IOException {
        BulkOutcomes outcomes = new BulkOutcomes();
        VersionedSinkBuilder<Document> builder = new VersionedSinkBuilder<>(outcomes);
        builder.setHosts(HttpHost.create(elasticsearch.address().toString()));
        if (elasticsearch.authorization().isPresent()) {
            builder.setConnectionUsername(elasticsearch.user());
            builder.setConnectionPassword(elasticsearch.password());
        }
        builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
        SinkWriter<Document> bulks = builder.<Document>setEmitter(
                        (document, unused, indexer) -> indexer.add(request(document)))
                .build()
                .createWriter(context);
        MetricGroup metrics = context.metricGroup();
        metrics.gauge("documents_stale", outcomes::conflicts);
        metrics.gauge("documents_retried", outcomes::retries);
        RejectedWriter rejected = new RejectedWriter(outcomes, () -> deadLetters.createWriter(context), metrics);
        return new NewestOfEachWriter(bulks, rejected, context.getProcessingTimeService(), metrics);
    }

    private static IndexRequest request(Document document) {
        return new IndexRequest(document.index())
                .id(document.id())
                .routing(document.symbol())
                .versionType(VersionType.EXTERNAL_GTE)
                .version(document.asOf())
                .source(document.json(), XContentType.JSON);
    }
}
