package io.cryptolambda.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.bench.stack.Http;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether both sides wrote the same documents: market values digit for digit, {@code sma_20} within 1e-9 of its size. */
final class DocumentCheck {
    private static final List<String> DECIMALS = List.of(
            "open", "high", "low", "close", "volume", "quote_volume", "taker_buy_volume", "taker_buy_quote_volume");
    private static final List<String> COUNTS = List.of("trades", "candles");
    private static final String AVERAGE = "sma_20";
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_DOCUMENTS = 10_000;

    private final String elasticsearch;
    private long compared;
    private long different;
    private String example = "";

    DocumentCheck(String elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Compares all documents of the symbols. */
    DocumentCheck run(List<String> symbols) throws IOException, InterruptedException {
        Http.send("POST", elasticsearch + "/_refresh", "");
        for (String symbol : symbols) {
            Map<String, JsonNode> ours = documents(Side.OURS, symbol);
            Map<String, JsonNode> theirs = documents(Side.SPARK, symbol);
            for (Map.Entry<String, JsonNode> each : ours.entrySet()) {
                compare(each.getKey(), each.getValue(), theirs.remove(each.getKey()));
            }
            theirs.keySet().forEach(id -> differs(id, "not among ours"));
        }
        return this;
    }

    boolean equal() {
        return different == 0 && compared > 0;
    }

    @Override
    public String toString() {
        return compared + " documents compared, " + different + " different" + (equal() ? "" : ": " + example);
    }

    private void compare(String id, JsonNode ours, JsonNode theirs) {
        compared++;
        if (theirs == null) {
            differs(id, "not among Spark's");
            return;
        }
        for (String field : DECIMALS) {
            if (decimal(ours, field).compareTo(decimal(theirs, field)) != 0) {
                differs(id, field);
                return;
            }
        }
        for (String field : COUNTS) {
            if (ours.path(field).asLong() != theirs.path(field).asLong()) {
                differs(id, field);
                return;
            }
        }
        boolean known = ours.path(AVERAGE).isNumber();
        double average = ours.path(AVERAGE).asDouble();
        double deviation = Math.abs(average - theirs.path(AVERAGE).asDouble());
        if (known != theirs.path(AVERAGE).isNumber() || deviation > TOLERANCE * Math.abs(average)) {
            differs(id, AVERAGE + ": " + ours.path(AVERAGE) + " and " + theirs.path(AVERAGE));
        }
    }

    private void differs(String id, String what) {
        different++;
        example = id + ", " + what;
    }

    private static BigDecimal decimal(JsonNode document, String field) {
        return new BigDecimal(document.path(field).asText("0"));
    }

    private Map<String, JsonNode> documents(Side side, String symbol) throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("size", MOST_DOCUMENTS);
        body.putObject("query").putObject("term").put("symbol", symbol);
        Map<String, JsonNode> documents = new TreeMap<>();
        JsonNode hits = Http.send(
                        "POST", elasticsearch + "/" + side.all() + "/_search?routing=" + symbol, body.toString())
                .path("hits")
                .path("hits");
        if (hits.size() == MOST_DOCUMENTS) {
            throw new IOException("more than " + MOST_DOCUMENTS + " documents of " + symbol);
        }
        hits.forEach(hit -> documents.put(hit.path("_id").asText(), hit.path("_source")));
        return documents;
    }
}
