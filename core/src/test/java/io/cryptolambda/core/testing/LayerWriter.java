package io.cryptolambda.core.testing;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.json.BatchRunJson;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.merge.BatchRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes documents into Elasticsearch as the layers do: versioned by {@code as_of}, batch behind aliases. */
public final class LayerWriter {
    private final URI elasticsearch;
    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder bulk = new StringBuilder();
    private final Set<String> batchIndices = new LinkedHashSet<>();

    public LayerWriter(URI elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Adds 1-minute documents to the speed layer. */
    public LayerWriter speedCandles(List<EnrichedCandle> candles) {
        candles.forEach(candle -> add(
                Indices.speed(Interval.ONE_MINUTE, candle.candle().openTime()),
                candle,
                EnrichedCandleJson.writeDocument(candle, Layer.SPEED)));
        return this;
    }

    /** Adds bars to the speed layer. */
    public LayerWriter speedBars(List<EnrichedBar> bars) {
        bars.forEach(bar -> add(
                Indices.speed(bar.bar().interval(), bar.bar().openTime()),
                bar,
                EnrichedBarJson.writeDocument(bar, Layer.SPEED)));
        return this;
    }

    /** Adds 1-minute documents to the run. */
    public LayerWriter batchCandles(String runId, List<EnrichedCandle> candles) {
        candles.forEach(candle -> {
            String index = Indices.batch(Interval.ONE_MINUTE, candle.candle().openTime(), runId);
            batchIndices.add(Indices.batchAlias(Interval.ONE_MINUTE) + " " + index);
            add(index, candle, EnrichedCandleJson.writeDocument(candle, Layer.BATCH));
        });
        return this;
    }

    /** Adds bars to the run. */
    public LayerWriter batchBars(String runId, List<EnrichedBar> bars) {
        bars.forEach(bar -> {
            String index = Indices.batch(bar.bar().interval(), bar.bar().openTime(), runId);
            batchIndices.add(Indices.batchAlias(bar.bar().interval()) + " " + index);
            add(index, bar, EnrichedBarJson.writeDocument(bar, Layer.BATCH));
        });
        return this;
    }

    /** Publishes what a check against the exchange's own bars has found. */
    public void check(String check) throws IOException, InterruptedException {
        send("PUT", "/" + Indices.CHECK, "{\"mappings\": {\"enabled\": false}}");
        send("PUT", "/" + Indices.CHECK + "/_doc/latest?refresh=true", check);
    }

    /** Writes what was added, and makes it findable. */
    public LayerWriter flush() throws IOException, InterruptedException {
        if (bulk.length() > 0) {
            send("POST", "/_bulk?refresh=true", bulk.toString());
            bulk.setLength(0);
        }
        return this;
    }

    /** Publishes the run: what was added for it replaces all batch views in one step. */
    public void publish(BatchRun run) throws IOException, InterruptedException {
        flush();
        send(
                "PUT",
                "/" + Indices.batchRun(run.runId()) + "/_doc/" + Indices.RUN_DOCUMENT + "?refresh=true",
                new String(BatchRunJson.write(run), StandardCharsets.UTF_8));
        List<String> actions = new ArrayList<>(List.of(
                "{\"remove\": {\"index\": \"crypto-batch-*\", \"alias\": \"crypto-batch-*\", \"must_exist\": false}}"));
        batchIndices.forEach(pair -> actions.add(alias(pair.split(" ")[0], pair.split(" ")[1])));
        actions.add(alias(Indices.BATCH_RUN, Indices.batchRun(run.runId())));
        send("POST", "/_aliases", "{\"actions\": [" + String.join(",", actions) + "]}");
        batchIndices.clear();
    }

    private void add(String index, EnrichedCandle candle, byte[] document) {
        add(
                index,
                candle.candle().symbol(),
                Interval.ONE_MINUTE,
                candle.candle().openTime(),
                candle.asOf(),
                document);
    }

    private void add(String index, EnrichedBar bar, byte[] document) {
        add(index, bar.symbol(), bar.bar().interval(), bar.bar().openTime(), bar.asOf(), document);
    }

    private void add(String index, String symbol, Interval interval, long openTime, long asOf, byte[] document) {
        String action = "{\"index\": {\"_index\": \"%s\", \"_id\": \"%s\", \"routing\": \"%s\", \"version\": %d, "
                + "\"version_type\": \"external_gte\"}}%n";
        bulk.append(String.format(
                Locale.ROOT, action, index, Indices.documentId(symbol, interval, openTime), symbol, asOf));
        bulk.append(new String(document, StandardCharsets.UTF_8)).append('\n');
    }

    private static String alias(String alias, String index) {
        return "{\"add\": {\"alias\": \"" + alias + "\", \"index\": \"" + index + "\"}}";
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(elasticsearch.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 300 || response.body().contains("\"errors\":true")) {
            String answer = response.body();
            int error = Math.max(0, answer.indexOf("\"error\":"));
            throw new IOException(method + " " + path + " was answered with " + response.statusCode() + ": "
                    + answer.substring(error, Math.min(error + 600, answer.length())));
        }
    }
}
