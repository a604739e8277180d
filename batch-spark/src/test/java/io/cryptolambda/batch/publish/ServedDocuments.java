package io.cryptolambda.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.merge.BatchRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** What Elasticsearch serves behind the batch layer's aliases. */
public final class ServedDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticsearchClient client;
    private final ElasticsearchIndices indices;

    public ServedDocuments(URI elasticsearch) {
        this.client = new ElasticsearchClient(ElasticsearchAccess.at(elasticsearch));
        this.indices = new ElasticsearchIndices(ElasticsearchAccess.at(elasticsearch));
    }

    /** Asserts that a run is served with exactly the documents of its views. */
    public void assertAreOf(BatchRun run, Dataset<Row> candles, Dataset<Row> bars) {
        assertThat(indices.currentRun()).contains(run);
        for (Interval interval : Interval.values()) {
            Map<String, String> expected = new HashMap<>();
            boolean minutes = interval == Interval.ONE_MINUTE;
            Dataset<Row> rows = minutes
                    ? candles.where("open_time >= " + run.retainedFrom())
                    : bars.where("interval = '" + interval.text() + "'");
            for (InternalRow row : InternalRows.collect(rows)) {
                Document document = minutes ? Document.ofCandle(row, "any") : Document.ofBar(row, "any");
                expected.put(document.id(), rewritten(document.source()));
            }
            assertThat(run.documents().get(interval)).isEqualTo(expected.size());
            assertThat(sources(Indices.batchAlias(interval))).as("%s", interval).isEqualTo(expected);
        }
    }

    /** Number of documents behind an alias. */
    public long count(String alias) {
        return client.send("GET", "/" + alias + "/_count", null).get("count").longValue();
    }

    /** Names of the indices that a run built. */
    public List<String> indicesOf(String runId) {
        return indices.matching("crypto-batch-*-" + runId);
    }

    /** Deletes everything that the batch layer ever published here. */
    public void clear() {
        indices.delete(indices.matching(Indices.allBatch()));
    }

    private Map<String, String> sources(String alias) {
        Map<String, String> sources = new HashMap<>();
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("size", 5000).putArray("sort").add("symbol").add("open_time");
        JsonNode hits;
        do {
            hits = client.send("POST", "/" + alias + "/_search?ignore_unavailable=true", question)
                    .at("/hits/hits");
            for (JsonNode hit : hits) {
                sources.put(hit.get("_id").textValue(), hit.get("_source").toString());
                question.set("search_after", hit.get("sort"));
            }
        } while (!hits.isEmpty());
        return sources;
    }

    /** With the digits that numbers get on the way through a client: there are several ways to write a double. */
    private static String rewritten(byte[] source) {
        try {
            return JSON.readTree(source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
