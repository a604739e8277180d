package io.cryptolambda.serving.view;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Searches in Elasticsearch. An answer is whole or it is a {@link ViewUnavailableException}: a shard that failed or a
 * search that ran out of time would otherwise look like missing candles. Indices and aliases that do not exist yet count
 * as empty.
 */
public final class Elasticsearch {
    /** Searches under way at once per event loop; more wait. */
    private static final int CONNECTIONS = 16;

    private static final int WAITING = 256;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final String SEARCH_TIMEOUT = "8s";

    private final WebClient client;
    private final ServingMetrics metrics;
    private final Optional<String> authorization;

    /** @param access where it is, and as whom to ask it */
    public Elasticsearch(Vertx vertx, ElasticsearchAccess access, ServingMetrics metrics) {
        URI address = access.address();
        boolean ssl = "https".equals(address.getScheme());
        int defaultPort = ssl ? 443 : 80;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setDefaultHost(address.getHost())
                        .setDefaultPort(address.getPort() < 0 ? defaultPort : address.getPort())
                        .setSsl(ssl)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setDecompressionSupported(true)
                        .setUserAgent("crypto-lambda-serving"),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
        this.metrics = metrics;
        this.authorization = access.authorization();
    }

    /** Searches for documents of one symbol, on its shard only. */
    public Future<JsonObject> search(List<String> indices, String symbol, JsonObject body) {
        return send(request(indices).addQueryParam("routing", symbol), body);
    }

    /** Searches on every shard. */
    public Future<JsonObject> search(List<String> indices, JsonObject body) {
        return send(request(indices), body);
    }

    private HttpRequest<Buffer> request(List<String> indices) {
        HttpRequest<Buffer> request = client.post("/" + String.join(",", indices) + "/_search");
        authorization.ifPresent(header -> request.putHeader("Authorization", header));
        return request.timeout(ANSWER_MILLIS)
                .addQueryParam("ignore_unavailable", "true")
                .addQueryParam("allow_no_indices", "true")
                .addQueryParam("allow_partial_search_results", "false");
    }

    private Future<JsonObject> send(HttpRequest<Buffer> request, JsonObject body) {
        return request.sendJsonObject(body.copy().put("timeout", SEARCH_TIMEOUT))
                .recover(e -> Future.failedFuture(new ViewUnavailableException("no answer: " + e.getMessage(), e)))
                .map(Elasticsearch::whole)
                .onFailure(e -> metrics.storeErrors().increment());
    }

    private static JsonObject whole(HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            throw new ViewUnavailableException("status " + response.statusCode() + ": " + beginning(response));
        }
        JsonObject answer;
        try {
            answer = response.bodyAsJsonObject();
        } catch (DecodeException e) {
            throw new ViewUnavailableException("not JSON: " + beginning(response), e);
        }
        if (answer == null || answer.getBoolean("timed_out", true)) {
            throw new ViewUnavailableException("timed out: " + beginning(response));
        }
        JsonObject shards = answer.getJsonObject("_shards", new JsonObject());
        if (shards.getInteger("failed", -1) != 0) {
            throw new ViewUnavailableException("shards failed: " + shards.encode());
        }
        return answer;
    }

    private static String beginning(HttpResponse<Buffer> response) {
        String body = response.bodyAsString();
        return body == null ? "" : body.substring(0, Math.min(400, body.length()));
    }
}
