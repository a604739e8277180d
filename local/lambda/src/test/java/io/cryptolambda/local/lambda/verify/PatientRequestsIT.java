package io.cryptolambda.local.lambda.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientRequestsIT {
    private static final Answer RIGHT = new Answer(200, "{\"rows\":[]}");
    private static final Answer STALE = new Answer(200, "{\"stale\":true,\"rows\":[]}");
    private static final Answer BUSY = new Answer(503, "{\"detail\":\"the store is slow\"}");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            // The last one for ever.
            Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldAskAgainWhileTheServerIsBusyOrHasNothingButStaleAnswers() {
        answers.addAll(List.of(BUSY, STALE, BUSY, RIGHT));

        assertThat(ask(Duration.ofMinutes(1)).path("rows").isArray()).isTrue();
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).startsWith("asking again: ").contains("503", "the store is slow");
        assertThat(said.get(1)).contains("stale");
    }

    @Test
    void shouldGiveUpWithTheLastAnswerWhereTheServerStaysBusy() {
        answers.add(BUSY);

        assertThatThrownBy(() -> ask(Duration.ofMillis(10)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the store is slow");
    }

    @Test
    void shouldNotTakeAStaleAnswerForARightOne() {
        answers.add(STALE);

        assertThatThrownBy(() -> ask(Duration.ofMillis(10))).hasMessageContaining("stale");
    }

    @Test
    void shouldNotAskAgainWhereTheRequestItselfIsWrong() {
        answers.addAll(List.of(new Answer(400, "{\"detail\":\"no such symbol\"}"), RIGHT));

        assertThatThrownBy(() -> ask(Duration.ofMinutes(1))).hasMessageContaining("no such symbol");
        assertThat(said).isEmpty();
    }

    private JsonNode ask(Duration patience) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/candles");
        return new PatientRequests(Duration.ofMillis(1), patience, said::add).apply(uri);
    }
}
