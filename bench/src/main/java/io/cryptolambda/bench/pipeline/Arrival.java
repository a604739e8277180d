package io.cryptolambda.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.bench.stack.Http;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until the newest documents of all symbols can be read and hold every candle. */
final class Arrival {
    private static final long EVERY_MILLIS = 50;
    private static final long LONGEST_MINUTES = 5;

    private final String elasticsearch;
    private final Side side;

    Arrival(String elasticsearch, Side side) {
        this.elasticsearch = elasticsearch;
        this.side = side;
    }

    /**
     * Returns when all are there, by {@link System#nanoTime}.
     *
     * @throws IOException if they do not come
     */
    long await(List<MinuteFeed.Newest> newest) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        List<MinuteFeed.Newest> waiting = new ArrayList<>(newest);
        while (true) {
            // One tells that the end is near: the others are not asked for before, to leave Elasticsearch in peace.
            List<MinuteFeed.Newest> asked = waiting.subList(waiting.size() - 1, waiting.size());
            if (missing(asked).isEmpty()) {
                long now = System.nanoTime();
                waiting = missing(waiting);
                if (waiting.isEmpty()) {
                    return now;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        side + ": " + waiting.size() + " documents are not there, such as " + waiting.get(0));
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        }
    }

    private List<MinuteFeed.Newest> missing(List<MinuteFeed.Newest> wanted) throws IOException, InterruptedException {
        ObjectNode body = Json.object();
        ArrayNode documents = body.putArray("docs");
        for (MinuteFeed.Newest newest : wanted) {
            documents
                    .addObject()
                    .put("_index", side.index(newest.interval(), newest.openTime()))
                    .put("_id", Indices.documentId(newest.symbol(), newest.interval(), newest.openTime()))
                    .put("routing", newest.symbol())
                    .put("_source", "candles");
        }
        JsonNode found =
                Http.send("POST", elasticsearch + "/_mget", body.toString()).path("docs");
        List<MinuteFeed.Newest> missing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            MinuteFeed.Newest newest = wanted.get(i);
            JsonNode document = found.path(i);
            boolean there = document.path("found").asBoolean()
                    && (newest.interval() == Interval.ONE_MINUTE
                            || document.path("_source").path("candles").asInt() == newest.candles());
            if (!there) {
                missing.add(newest);
            }
        }
        return missing;
    }
}
