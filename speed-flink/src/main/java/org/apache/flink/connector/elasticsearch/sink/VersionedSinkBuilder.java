package org.apache.flink.connector.elasticsearch.sink;

import org.elasticsearch.action.bulk.BulkProcessor;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.common.unit.ByteSizeValue;

/**
 * Builds the connector's sink for documents with external versions: conflicts are successes, and a server that is busy
 * or absent is tried again without end, with capped and jittered backoff; a document that is refused for what it is is
 * handed to the caller, and the others of its request are written. Writing is idempotent.
 *
 * <p>Bulks are sent by {@code flush} alone, on the task's own thread. The connector's flushing by time would hold a lock
 * while it waits for an absent server, and a task that waits for that lock cannot be cancelled; so the caller flushes.
 *
 * @param <T> what is written
 */
public final class VersionedSinkBuilder<T> extends Elasticsearch7SinkBuilder<T> {
    private final BulkOutcomes outcomes;

    /** @param outcomes receives what happens, documents refused for good among it */
    public VersionedSinkBuilder(BulkOutcomes outcomes) {
        this.outcomes = outcomes;
        setBulkFlushMaxActions(-1);
        setBulkFlushMaxSizeMb(-1);
        setBulkFlushInterval(-1);
    }

    @Override
    protected BulkProcessorBuilderFactory getBulkProcessorBuilderFactory() {
        return new VersionedBulks(outcomes);
    }

    private record VersionedBulks(BulkOutcomes outcomes) implements BulkProcessorBuilderFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public BulkProcessor.Builder apply(
                RestHighLevelClient client, BulkProcessorConfig config, BulkProcessor.Listener listener) {
            return BulkProcessor.builder(
                            (request, response) -> client.bulkAsync(
                                    request,
                                    RequestOptions.DEFAULT,
                                    new VersionedBulkResponse(request, response, outcomes)),
                            listener)
                    .setBulkActions(config.getBulkFlushMaxActions())
                    .setBulkSize(new ByteSizeValue(config.getBulkFlushMaxMb()))
                    .setBackoffPolicy(new EndlessBackoff());
        }
    }
}
