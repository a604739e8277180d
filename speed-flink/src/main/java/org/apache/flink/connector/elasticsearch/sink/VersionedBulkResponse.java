package org.apache.flink.connector.elasticsearch.sink;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.DocWriteRequest;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.action.bulk.BulkRequest;
import org.elasticsearch.action.bulk.BulkResponse;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.action.index.IndexResponse;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.index.shard.ShardId;
import org.elasticsearch.rest.RestStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates the answer to a bulk request before the bulk processor sees it: a version conflict becomes a success, a
 * document that is refused for what it is is put aside, and whatever passes (a busy node, an absent server, a lost
 * connection) becomes 429, the one status it retries.
 */
final class VersionedBulkResponse implements ActionListener<BulkResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(VersionedBulkResponse.class);
    private static final Set<RestStatus> PASSING = Set.of(
            RestStatus.TOO_MANY_REQUESTS,
            RestStatus.BAD_GATEWAY,
            RestStatus.SERVICE_UNAVAILABLE,
            RestStatus.GATEWAY_TIMEOUT);

    private final BulkRequest request;
    private final ActionListener<BulkResponse> processor;
    private final BulkOutcomes outcomes;

    VersionedBulkResponse(BulkRequest request, ActionListener<BulkResponse> processor, BulkOutcomes outcomes) {
        this.request = request;
        this.processor = processor;
        this.outcomes = outcomes;
    }

    @Override
    public void onResponse(BulkResponse response) {
        if (!response.hasFailures()) {
            processor.onResponse(response);
            return;
        }
        BulkItemResponse[] items = response.getItems();
        BulkItemResponse[] translated = new BulkItemResponse[items.length];
        for (int i = 0; i < items.length; i++) {
            translated[i] = items[i].isFailed() ? translated(items[i]) : items[i];
        }
        processor.onResponse(new BulkResponse(translated, response.getTook().millis()));
    }

    @Override
    public void onFailure(Exception failure) {
        if (!passes(failure)) {
            processor.onFailure(failure);
            return;
        }
        LOG.warn(
                "event=elasticsearch_unavailable documents={} reason=\"{}\"",
                request.numberOfActions(),
                failure.toString());
        List<DocWriteRequest<?>> documents = request.requests();
        BulkItemResponse[] items = new BulkItemResponse[documents.size()];
        for (int i = 0; i < items.length; i++) {
            DocWriteRequest<?> document = documents.get(i);
            items[i] = tryAgain(i, document.opType(), document.index(), document.id(), failure);
        }
        processor.onResponse(new BulkResponse(items, 0));
    }

    private BulkItemResponse translated(BulkItemResponse item) {
        RestStatus status = item.getFailure().getStatus();
        if (status == RestStatus.CONFLICT) {
            outcomes.addConflict();
            return asSuccess(item);
        }
        if (status == RestStatus.BAD_REQUEST
                && request.requests().get(item.getItemId()) instanceof IndexRequest refused) {
            outcomes.addRejected(new RejectedDocument(
                    refused.index(),
                    refused.id(),
                    refused.version(),
                    BytesReference.toBytes(refused.source()),
                    item.getFailureMessage()));
            return asSuccess(item);
        }
        if (PASSING.contains(status)) {
            return tryAgain(
                    item.getItemId(),
                    item.getOpType(),
                    item.getIndex(),
                    item.getId(),
                    item.getFailure().getCause());
        }
        return item;
    }

    private BulkItemResponse tryAgain(int item, DocWriteRequest.OpType type, String index, String id, Exception cause) {
        outcomes.addRetry();
        return new BulkItemResponse(
                item, type, new BulkItemResponse.Failure(index, "_doc", id, cause, RestStatus.TOO_MANY_REQUESTS));
    }

    private static BulkItemResponse asSuccess(BulkItemResponse item) {
        ShardId shard = new ShardId(item.getIndex(), "_na_", 0);
        return new BulkItemResponse(
                item.getItemId(),
                item.getOpType(),
                new IndexResponse(shard, "_doc", item.getId(), 0, 1, item.getVersion(), false));
    }

    private static boolean passes(Exception failure) {
        return failure instanceof ElasticsearchException answered
                ? PASSING.contains(answered.status())
                : failure instanceof IOException;
    }
}
