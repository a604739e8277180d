package io.cryptolambda.batch.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.access.ElasticsearchAccess;

/** Publishes what a check has found, for the API to serve. Idempotent: there is one document, the last check's. */
public final class CheckPublication {
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;

    /** @param elasticsearch where it is, and as whom to ask it */
    public CheckPublication(ElasticsearchAccess elasticsearch) {
        this.client = new ElasticsearchClient(elasticsearch);
    }

    /** Replaces the published check. */
    public void publish(JsonNode check) {
        createIndex();
        client.send("PUT", "/" + Indices.CHECK + "/_doc/latest?refresh=true", check);
    }

    private void createIndex() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode settings = body.putObject("settings");
        settings.put("number_of_shards", 1).put("number_of_replicas", 0);
        // Nobody searches in it.
        body.putObject("mappings").put("enabled", false);
        try {
            client.send("PUT", "/" + Indices.CHECK, body);
        } catch (ElasticsearchException e) {
            boolean there = e.status() == BAD_REQUEST && e.getMessage().contains("resource_already_exists_exception");
            if (!there) {
                throw e;
            }
        }
    }
}
