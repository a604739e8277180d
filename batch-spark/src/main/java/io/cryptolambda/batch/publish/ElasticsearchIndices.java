package io.cryptolambda.batch.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.json.BatchRunJson;
import io.cryptolambda.core.merge.BatchRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** What publication asks of Elasticsearch, in its own words. */
final class ElasticsearchIndices {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int NAMES_PER_REQUEST = 50;

    private final ElasticsearchAccess address;
    private final ElasticsearchClient client;

    ElasticsearchIndices(ElasticsearchAccess address) {
        this.address = address;
        this.client = new ElasticsearchClient(address);
    }

    /** Installs core's index templates. */
    void installTemplates() throws InterruptedException {
        try {
            IndexTemplates.install(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an index that is not refreshed while it is built. */
    void create(String index) {
        ObjectNode body = JSON.objectNode();
        building(body.putObject("settings").putObject("index"));
        client.send("PUT", "/" + index, body);
    }

    /** What is lost of an index before it is sealed is missed by the read-back, so not every request need reach the disk. */
    private static ObjectNode building(ObjectNode settings) {
        return settings.put("refresh_interval", "-1").put("translog.durability", "async");
    }

    /** Makes a copy that shares the files of an index that nobody writes to, and can be written to itself. */
    void clone(String source, String target) {
        blockWrites(source);
        ObjectNode body = JSON.objectNode();
        ObjectNode settings = body.putObject("settings").putObject("index");
        building(settings).put("number_of_replicas", replicas(source));
        settings.putObject("blocks").put("write", false);
        client.send("POST", "/" + source + "/_clone/" + target + "?wait_for_active_shards=1", body);
    }

    /** Makes everything written to an index findable and returns the number of documents in it. */
    long refreshed(String index) {
        client.send("POST", "/" + index + "/_refresh", null);
        return client.send("GET", "/" + index + "/_count", null).get("count").longValue();
    }

    /** Ends the building of an index: it is on disk, and from now on it never changes. */
    void seal(String index) {
        client.send("POST", "/" + index + "/_flush", null);
        ObjectNode settings = JSON.objectNode();
        settings.putObject("index")
                .putNull("refresh_interval")
                .putNull("translog.durability")
                .putObject("blocks")
                .put("write", true);
        client.send("PUT", "/" + index + "/_settings", settings);
    }

    private void blockWrites(String index) {
        ObjectNode settings = JSON.objectNode();
        settings.putObject("index").putObject("blocks").put("write", true);
        client.send("PUT", "/" + index + "/_settings", settings);
    }

    private String replicas(String index) {
        return client.send("GET", "/" + index + "/_settings/index.number_of_replicas", null)
                .get(index)
                .at("/settings/index/number_of_replicas")
                .asText();
    }

    /** Writes the one document of a run's index. */
    void writeRun(BatchRun run) {
        String index = Indices.batchRun(run.runId());
        client.sendJson(
                "PUT", "/" + index + "/_doc/" + Indices.RUN_DOCUMENT + "?refresh=true", BatchRunJson.write(run));
    }

    /** The run behind the alias; empty before the first. */
    Optional<BatchRun> currentRun() {
        JsonNode hits = client.send("GET", "/" + Indices.BATCH_RUN + "/_search?size=1&ignore_unavailable=true", null)
                .at("/hits/hits");
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    BatchRunJson.read(hits.get(0).get("_source").toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The indices behind an alias. */
    TreeSet<String> behind(String alias) {
        try {
            TreeSet<String> names = new TreeSet<>();
            client.send("GET", "/_alias/" + alias, null).fieldNames().forEachRemaining(names::add);
            return names;
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return new TreeSet<>();
            }
            throw e;
        }
    }

    /** A change of what an alias points to. */
    record AliasAction(boolean add, String index, String alias) {}

    /**
     * Makes all changes in one step, or none: none if an alias to remove is no longer there.
     *
     * @throws ElasticsearchException if none was made
     */
    void swap(List<AliasAction> changes) {
        ObjectNode body = JSON.objectNode();
        ArrayNode actions = body.putArray("actions");
        for (AliasAction change : changes) {
            ObjectNode action = actions.addObject().putObject(change.add() ? "add" : "remove");
            action.put("index", change.index()).put("alias", change.alias());
            if (!change.add()) {
                action.put("must_exist", true);
            }
        }
        client.send("POST", "/_aliases", body);
    }

    /** All indices whose names match a pattern. */
    List<String> matching(String pattern) {
        List<String> names = new ArrayList<>();
        client.send("GET", "/_cat/indices/" + pattern + "?h=index&format=json", null)
                .forEach(index -> names.add(index.get("index").textValue()));
        return names;
    }

    /** Deletes indices. */
    void delete(List<String> indices) {
        for (int from = 0; from < indices.size(); from += NAMES_PER_REQUEST) {
            List<String> some = indices.subList(from, Math.min(from + NAMES_PER_REQUEST, indices.size()));
            client.send("DELETE", "/" + String.join(",", some), null);
        }
    }

    /**
     * Deletes speed documents whose position is below the given one of their partition.
     *
     * @return how many were deleted
     */
    long trimSpeed(SortedMap<Integer, Long> below) {
        ObjectNode query = JSON.objectNode();
        ArrayNode partitions = query.putObject("query").putObject("bool").putArray("should");
        for (Map.Entry<Integer, Long> end : below.entrySet()) {
            ArrayNode both = partitions.addObject().putObject("bool").putArray("filter");
            both.addObject().putObject("term").put("partition", end.getKey());
            both.addObject().putObject("range").putObject("as_of").put("lt", end.getValue());
        }
        return client.send(
                        "POST",
                        "/" + Indices.allSpeed() + "/_delete_by_query?conflicts=proceed&ignore_unavailable=true"
                                + "&allow_no_indices=true&scroll_size=2000",
                        query)
                .get("deleted")
                .longValue();
    }
}
