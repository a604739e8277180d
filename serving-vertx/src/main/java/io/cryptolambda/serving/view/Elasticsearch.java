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
import java.util.Set;
import java.util.function.Function;

/**
 * Searches in Elasticsearch. An answer is whole or it is a {@link ViewUnavailableException}: a shard that failed or a
 * search that ran out of time would otherwise look like missing candles. Indices and aliases that do not exist yet count
 * as empty. Answers are not compressed: between servers of one network that costs more than it saves.
 */
public final class Elasticsearch {
    /** Searches under way at once per event loop; more wait. */
    private static final int CONNECTIONS = 16;

    private static final int WAITING = 256;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long ANSWER_MILLIS = 10_000;
    private static final String SEARCH_TIMEOUT = "8s";
    private static final String INDEX_NOT_FOUND = "index_not_found_exception";

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
                        .setUserAgent("crypto-lambda-serving"),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
        this.metrics = metrics;
        this.authorization = access.authorization();
    }

    /** Searches for documents of one symbol, on its shard only. */
    public Future<JsonObject> search(List<String> indices, String symbol, JsonObject body) {
        return answer(search(indices).addQueryParam("routing", symbol), body, Elasticsearch::whole);
    }

    /** The same, of each document found only its fields of these names, in the order of the answer. */
    Future<List<Document>> documents(String indices, String symbol, JsonObject body, Set<String> fields) {
        return answer(
                search(List.of(indices)).addQueryParam("routing", symbol),
                body,
                response -> DocumentsParser.parse(response, fields));
    }

    /** Searches on every shard. */
    public Future<JsonObject> search(List<String> indices, JsonObject body) {
        return answer(search(indices), body, Elasticsearch::whole);
    }

    /** The document of an id as it is now, refreshed or not; empty if there is none, or no such index or alias. */
    Future<Optional<JsonObject>> document(String index, String id) {
        return answered(request(client.get("/" + index + "/_doc/" + id)).send())
                .map(Elasticsearch::source)
                .onFailure(e -> metrics.storeErrors().increment());
    }

    private HttpRequest<Buffer> search(List<String> indices) {
        return request(client.post("/" + String.join(",", indices) + "/_search"))
                .addQueryParam("ignore_unavailable", "true")
                .addQueryParam("allow_no_indices", "true")
                .addQueryParam("allow_partial_search_results", "false");
    }

    private HttpRequest<Buffer> request(HttpRequest<Buffer> request) {
        authorization.ifPresent(header -> request.putHeader("Authorization", header));
        return request.timeout(ANSWER_MILLIS);
    }

    private <T> Future<T> answer(HttpRequest<Buffer> request, JsonObject body, Function<Buffer, T> parser) {
        return answered(request.sendJsonObject(body.copy().put("timeout", SEARCH_TIMEOUT)))
                .map(response -> {
                    if (response.statusCode() != 200) {
                        throw refused(response);
                    }
                    return parser.apply(response.body());
                })
                .onFailure(e -> metrics.storeErrors().increment());
    }

    private static <T> Future<T> answered(Future<T> sent) {
        return sent.recover(e -> Future.failedFuture(new ViewUnavailableException("no answer: " + e.getMessage(), e)));
    }

    private static Optional<JsonObject> source(HttpResponse<Buffer> response) {
        if (response.statusCode() != 200 && response.statusCode() != 404) {
            throw refused(response);
        }
        JsonObject answer = json(response.body());
        if (!answer.containsKey("found") && !isNoIndex(answer.getValue("error"))) {
            throw refused(response);
        }
        return Optional.ofNullable(answer.getJsonObject("_source"));
    }

    private static boolean isNoIndex(Object error) {
        return error instanceof JsonObject given && INDEX_NOT_FOUND.equals(given.getString("type"));
    }

    private static JsonObject whole(Buffer body) {
        JsonObject answer = json(body);
        JsonObject shards = answer.getJsonObject("_shards", new JsonObject());
        WholeAnswer.require(answer.getBoolean("timed_out"), shards.getInteger("failed"), body);
        return answer;
    }

    private static JsonObject json(Buffer body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw new ViewUnavailableException("not JSON: " + WholeAnswer.beginning(body), e);
        }
    }

    private static ViewUnavailableException refused(HttpResponse<Buffer> response) {
        return new ViewUnavailableException(
                "status " + response.statusCode() + ": " + WholeAnswer.beginning(response.body()));
    }
}
