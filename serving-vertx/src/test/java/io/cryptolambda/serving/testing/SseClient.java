package io.cryptolambda.serving.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Follows an event stream on a thread of its own. */
public final class SseClient implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private String id = "";
    private String name = "message";

    /** An event. */
    public record Event(String id, String name, String data) {}

    private SseClient(CompletableFuture<HttpResponse<Stream<String>>> response) {
        this.response = response;
        Thread thread = new Thread(this::read, "events");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for a stream; {@code lastEventId} may be null. */
    public static SseClient open(URI server, String query, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/api/v1/stream" + query));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new SseClient(HttpClient.newHttpClient().sendAsync(request.build(), BodyHandlers.ofLines()));
    }

    /** Waits until the server has opened the stream. */
    public void awaitOpen() throws Exception {
        response.get(10, TimeUnit.SECONDS);
    }

    /** What came so far. */
    public List<Event> events() {
        return events;
    }

    private void read() {
        try {
            response.join().body().forEach(this::line);
        } catch (RuntimeException e) {
            // The stream ended; what came before it is what tests look at.
        }
    }

    private void line(String line) {
        if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("data: ")) {
            events.add(new Event(id, name, line.substring(6)));
            name = "message";
        }
    }

    @Override
    public void close() {
        response.thenAccept(opened -> opened.body().close());
        response.cancel(true);
    }
}
