package io.cryptolambda.core.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Serves {@code /health/live}, {@code /health/ready}, {@code /metrics} and {@code /status}, by default on loopback only. */
public final class HealthServer implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService executor;

    private HealthServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /** Starts to serve on loopback, otherwise as {@link #start(String, int, BooleanSupplier, BooleanSupplier, Supplier, Supplier)}. */
    public static HealthServer start(
            int port, BooleanSupplier live, BooleanSupplier ready, Supplier<String> metrics, Supplier<String> status)
            throws IOException {
        return start(LOOPBACK, port, live, ready, metrics, status);
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen on, {@code 0.0.0.0} for all there are
     * @param port the port, 0 for any free one
     * @param live whether the program works at all: 200 or 503
     * @param ready whether it does its job now: 200 or 503
     * @param metrics the Prometheus text format
     * @param status a JSON object
     * @throws IOException if the host is unknown or the port cannot be bound
     */
    public static HealthServer start(
            String host,
            int port,
            BooleanSupplier live,
            BooleanSupplier ready,
            Supplier<String> metrics,
            Supplier<String> status)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 16);
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "health-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/health/live", exchange -> answerHealth(exchange, live.getAsBoolean()));
        server.createContext("/health/ready", exchange -> answerHealth(exchange, ready.getAsBoolean()));
        server.createContext("/metrics", exchange -> answer(exchange, 200, TEXT, metrics.get()));
        server.createContext("/status", exchange -> answer(exchange, 200, JSON, status.get()));
        server.start();
        return new HealthServer(server, executor);
    }

    /** The port served on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static void answerHealth(HttpExchange exchange, boolean healthy) throws IOException {
        answer(exchange, healthy ? 200 : 503, JSON, healthy ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }

    private static void answer(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
