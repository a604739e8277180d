package io.cryptolambda.speed.flink.connectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code _bulk} as Elasticsearch does for external versions, after failing in the ways a test asks for. */
final class BulkServer implements AutoCloseable {
    private static final Pattern ACTION =
            Pattern.compile("\"_index\":\"([^\"]+)\",\"_id\":\"([^\"]+)\".*\"version\":(\\d+)");

    private final HttpServer server;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    /** What goes wrong with one request. */
    enum Failure {
        /** The connection is closed without an answer. */
        NO_ANSWER,
        /** The whole request is refused with 503. */
        UNAVAILABLE,
        /** The whole request is refused with 400. */
        BAD_REQUEST,
        /** Every second document is refused with 429, the others are taken. */
        HALF_REJECTED,
        /** The first document is refused with 400, the others are taken. */
        ONE_POISONED
    }

    BulkServer(Failure... failures) throws IOException {
        this.failures.addAll(List.of(failures));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/_bulk", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The version of each document, by id. */
    Map<String, Long> versions() {
        return versions;
    }

    boolean hasFailedAsAsked() {
        return failures.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Failure failure = failures.poll();
            if (failure == Failure.NO_ANSWER) {
                return;
            }
            if (failure == Failure.UNAVAILABLE) {
                send(exchange, 503, "{\"error\":{\"type\":\"unavailable\",\"reason\":\"x\"},\"status\":503}");
                return;
            }
            if (failure == Failure.BAD_REQUEST) {
                send(
                        exchange,
                        400,
                        "{\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"x\"},\"status\":400}");
                return;
            }
            send(exchange, 200, items(body, failure));
        }
    }

    private String items(String body, Failure failure) {
        List<String> items = new ArrayList<>();
        String[] lines = body.split("\n");
        for (int i = 0; i < lines.length; i += 2) {
            Matcher action = ACTION.matcher(lines[i]);
            if (!action.find()) {
                throw new IllegalStateException("unexpected action " + lines[i]);
            }
            boolean refused = failure == Failure.HALF_REJECTED && items.size() % 2 == 0
                    || failure == Failure.ONE_POISONED && items.isEmpty();
            long version = Long.parseLong(action.group(3));
            items.add(item(action.group(1), action.group(2), version, refused ? failure : null));
        }
        return "{\"took\":1,\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
    }

    private String item(String index, String id, long version, Failure failure) {
        String document = "{\"index\":{\"_index\":\"%s\",\"_type\":\"_doc\",\"_id\":\"%s\",".formatted(index, id);
        if (failure == Failure.ONE_POISONED) {
            return document + "\"status\":400,\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"x\"}}}";
        }
        if (failure == Failure.HALF_REJECTED) {
            return document
                    + "\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"x\"}}}";
        }
        if (versions.getOrDefault(id, 0L) > version) {
            return document
                    + "\"status\":409,\"error\":{\"type\":\"version_conflict_engine_exception\",\"reason\":\"x\"}}}";
        }
        versions.put(id, version);
        return document + "\"_version\":" + version
                + ",\"result\":\"updated\",\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
                + "\"_seq_no\":1,\"_primary_term\":1,\"status\":200}}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
