package io.cryptolambda.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.binance.KlineReader;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A message of a stream connection. */
sealed interface StreamMessage {
    /** A candle. */
    record Kline(KlineEvent event) implements StreamMessage {}

    /** The server goes away soon. */
    record Shutdown() implements StreamMessage {}

    /** A request was carried out. */
    record Done(long id) implements StreamMessage {}

    /** The streams subscribed to. */
    record Subscriptions(Set<String> streams) implements StreamMessage {}

    /** A request was refused. */
    record Refused(String reason) implements StreamMessage {}

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is nothing that is known
     */
    static StreamMessage read(String text) {
        JsonNode message;
        try {
            message = Codec.JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        JsonNode data = message.has("data") ? message.get("data") : message;
        String event = data.path("e").asText();
        if (event.equals("kline")) {
            return new Kline(KlineReader.event(data));
        }
        if (event.equals("serverShutdown")) {
            return new Shutdown();
        }
        if (message.path("result").isArray()) {
            Set<String> streams = new LinkedHashSet<>();
            message.get("result").forEach(stream -> streams.add(stream.asText()));
            return new Subscriptions(streams);
        }
        if (message.has("result")) {
            return new Done(message.path("id").asLong());
        }
        JsonNode error = message.path("error").isObject() ? message.get("error") : message;
        if (error.has("code")) {
            return new Refused(
                    error.path("code").asText() + " " + error.path("msg").asText());
        }
        throw new IllegalArgumentException("neither a kline nor an answer");
    }

    /** The text of a request. */
    static String request(String method, long id, Collection<String> streams) {
        ObjectNode message = Codec.JSON.createObjectNode().put("method", method).put("id", id);
        if (!streams.isEmpty()) {
            streams.forEach(message.putArray("params")::add);
        }
        return message.toString();
    }

    /** Holds what an interface cannot hide. */
    final class Codec {
        private static final ObjectMapper JSON = new ObjectMapper();

        private Codec() {}
    }
}
