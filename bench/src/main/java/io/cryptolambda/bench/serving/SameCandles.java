package io.cryptolambda.bench.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.MergeRule;
import io.cryptolambda.core.merge.MergeRule.SpeedKnowledge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The newest candles of a symbol, merged by the server and searched for in Elasticsearch: first whether they are equal. */
final class SameCandles {
    private static final List<String> FIELDS = List.of(
            "open_time",
            "close_time",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "quote_volume",
            "trades",
            "taker_buy_volume",
            "taker_buy_quote_volume",
            "as_of");

    private static final int PAGES = 100;
    private static final int PAGE_STEP = 10;

    private final ServingStack stack;
    private final StoredWalks walks;
    private final int limit;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    SameCandles(ServingStack stack, StoredWalks walks, int limit) {
        this.stack = stack;
        this.walks = walks;
        this.limit = limit;
    }

    /** Compares every symbol's candles in every digit; says so. */
    String compare() throws IOException, InterruptedException {
        for (String symbol : walks.symbols()) {
            JsonNode rows = send(stack.serving(), merged(symbol, null)).get("rows");
            Map<Long, JsonNode> searched = chosen(send(stack.elasticsearch(), direct(symbol, null, 2 * limit)));
            if (rows.size() != limit) {
                throw new IOException(symbol + ": " + rows.size() + " rows, not " + limit);
            }
            for (JsonNode row : rows) {
                JsonNode source = searched.get(row.get("open_time").asLong());
                for (String field : FIELDS) {
                    if (source == null || !row.get(field).equals(source.get(field))) {
                        throw new IOException("void: " + symbol + " has " + row + ", Elasticsearch " + source);
                    }
                }
            }
        }
        return walks.symbols().size() + " symbols, " + limit + " candles each: merged and searched for, all equal";
    }

    /** Ends of pages of older candles: more than the server remembers of all symbols. */
    List<Long> pages() {
        return LongStream.iterate(walks.end(), end -> end - PAGE_STEP * Interval.ONE_MINUTE.millis())
                .limit(PAGES)
                .boxed()
                .toList();
    }

    /** Requests for every symbol's candles before each of the ends; without one, for the newest. */
    Wrk.Target merged(List<Long> ends) {
        return new Wrk.Target(stack.serving(), each(ends, this::merged));
    }

    /** The same candles, searched for. */
    Wrk.Target direct(List<Long> ends) {
        return new Wrk.Target(stack.elasticsearch(), each(ends, (symbol, end) -> direct(symbol, end, limit)));
    }

    private List<Wrk.Request> each(List<Long> ends, BiFunction<String, Long, Wrk.Request> request) {
        List<Long> pages = ends.isEmpty() ? Collections.singletonList(null) : ends;
        return pages.stream()
                .flatMap(end -> walks.symbols().stream().map(symbol -> request.apply(symbol, end)))
                .toList();
    }

    private Wrk.Request merged(String symbol, Long end) {
        String to = end == null ? "" : "&to=" + end;
        return new Wrk.Request("/api/v1/candles?interval=1m&limit=" + limit + "&symbol=" + symbol + to, null);
    }

    private static Wrk.Request direct(String symbol, Long end, int size) {
        String source = FIELDS.stream().map(field -> '"' + field + '"').collect(Collectors.joining(","));
        String range = end == null ? "" : ",{\"range\":{\"open_time\":{\"lt\":" + end + "}}}";
        String body = "{\"size\":" + size + ",\"track_total_hits\":false,\"sort\":[{\"open_time\":\"desc\"}],"
                + "\"_source\":[" + source + ",\"layer\",\"complete\"],"
                + "\"query\":{\"bool\":{\"filter\":[{\"term\":{\"symbol\":\"" + symbol + "\"}}" + range + "]}}}";
        String indices = Indices.speedPattern(Interval.ONE_MINUTE) + "," + Indices.batchAlias(Interval.ONE_MINUTE);
        return new Wrk.Request("/" + indices + "/_search?routing=" + symbol, body);
    }

    /** The rule of DESIGN section 4 on what the search has found. */
    private Map<Long, JsonNode> chosen(JsonNode answer) {
        Map<Long, JsonNode> speed = new TreeMap<>();
        Map<Long, JsonNode> chosen = new TreeMap<>();
        for (JsonNode hit : answer.get("hits").get("hits")) {
            JsonNode source = hit.get("_source");
            boolean batch = source.get("layer").asText().equals("batch");
            (batch ? chosen : speed).put(source.get("open_time").asLong(), source);
        }
        speed.forEach((time, source) -> {
            SpeedKnowledge knowledge = new SpeedKnowledge(
                    source.get("as_of").asLong(), source.get("complete").asBoolean());
            if (MergeRule.choose(knowledge, chosen.containsKey(time), walks.k()) != MergeRule.Choice.BATCH) {
                chosen.put(time, source);
            }
        });
        return chosen;
    }

    private JsonNode send(URI server, Wrk.Request request) throws IOException, InterruptedException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(server + request.path())).header("Content-Type", "application/json");
        HttpResponse<String> response = client.send(
                request.body() == null
                        ? builder.build()
                        : builder.POST(BodyPublishers.ofString(request.body())).build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.path() + " was answered with " + response.body());
        }
        return json.readTree(response.body());
    }
}
