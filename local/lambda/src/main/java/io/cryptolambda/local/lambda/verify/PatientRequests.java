package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.cryptolambda.local.lambda.http.JsonHttp;
import io.cryptolambda.local.lambda.http.StatusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the API again while it has no right answer: while it is busy (503), says that what it answers is stale, or does not
 * answer in time. None of these says anything about parity. Safe for use by several threads.
 */
final class PatientRequests implements Function<URI, JsonNode> {
    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;
    private static final int ENDLESS = -1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RetryPolicy<JsonNode> again;

    /**
     * @param delay between an answer and the next attempt
     * @param patience how long to go on asking for one answer
     * @param progress told why it asks again
     */
    PatientRequests(Duration delay, Duration patience, Consumer<String> progress) {
        this.again = RetryPolicy.<JsonNode>builder()
                .handleIf(PatientRequests::passes)
                .withDelay(delay)
                .withMaxDuration(patience)
                .withMaxRetries(ENDLESS)
                .onRetry(attempt -> progress.accept(
                        "asking again: " + attempt.getLastException().getMessage()))
                .build();
    }

    /** @throws UncheckedIOException with the last answer if there was no right one in time */
    @Override
    public JsonNode apply(URI uri) {
        try {
            return Failsafe.with(again).get(() -> ask(uri));
        } catch (FailsafeException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new UncheckedIOException(new IOException(cause.getMessage(), cause));
        }
    }

    private static JsonNode ask(URI uri) throws IOException {
        JsonNode answer = MAPPER.readTree(
                JsonHttp.send(HttpRequest.newBuilder(uri).timeout(ONE_ANSWER).build()));
        if (answer.path("stale").asBoolean()) {
            throw new StaleAnswerException(uri);
        }
        return answer;
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof StaleAnswerException
                || failure instanceof HttpTimeoutException
                || failure instanceof StatusException refused && refused.status() == UNAVAILABLE;
    }

    private static final class StaleAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        StaleAnswerException(URI uri) {
            super(uri + " says that its answer is stale");
        }
    }
}
