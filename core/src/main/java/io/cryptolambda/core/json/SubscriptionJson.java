package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What clients of the exchange's WebSocket streams ask for on their connection, and how it is answered, by the simulator and
 * the Binance-compatible API.
 */
public final class SubscriptionJson {
    private static final int INVALID_REQUEST = 2;
    private static final int INVALID_JSON = 3;
    private static final String METHODS = "SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS";

    private SubscriptionJson() {}

    /** The streams of a connection. A name that is no stream is taken without a word, as the exchange does. */
    public interface Streams {
        /** Names of those subscribed to, as they were given. */
        Collection<String> streams();

        /** Subscribes to all, or to none; whether there was room. */
        boolean subscribe(List<String> names);

        /** Does nothing if it is not subscribed to. */
        void unsubscribe(String name);

        /** Most streams on one connection. */
        int most();
    }

    /** Does what a client's {@code text} asks for and returns the answer. */
    public static String answer(String text, Streams streams) {
        Request request = new Request();
        try {
            Json.readObject(text.getBytes(StandardCharsets.UTF_8), request::read);
        } catch (IOException | IllegalArgumentException e) {
            return refusal(INVALID_JSON, "Invalid JSON: expected value at line 1 column 1", "null");
        }
        if (request.id == null) {
            return refusal(
                    INVALID_REQUEST, "Invalid request: request ID must be an unsigned integer or a string", "null");
        }
        return switch (request.method) {
            case "LIST_SUBSCRIPTIONS" -> result(streams.streams(), request.id);
            case "SUBSCRIBE", "UNSUBSCRIBE" -> change(request, streams);
            default ->
                refusal(INVALID_REQUEST, "Invalid request: unknown variant, expected one of " + METHODS, request.id);
        };
    }

    private static String change(Request request, Streams streams) {
        if (request.params == null) {
            return refusal(INVALID_REQUEST, "Invalid request: params must be an array of stream names", request.id);
        }
        if (request.method.equals("UNSUBSCRIBE")) {
            request.params.forEach(streams::unsubscribe);
        } else if (!streams.subscribe(request.params)) {
            return refusal(
                    INVALID_REQUEST,
                    "Invalid request: more than " + streams.most() + " streams on one connection",
                    request.id);
        }
        return result(null, request.id);
    }

    private static String result(Collection<String> names, String id) {
        return text(json -> {
            json.writeFieldName("result");
            if (names == null) {
                json.writeNull();
            } else {
                json.writeStartArray();
                for (String name : names) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
            json.writeFieldName("id");
            json.writeRawValue(id);
        });
    }

    private static String refusal(int code, String message, String id) {
        return text(json -> {
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", code);
            json.writeStringField("msg", message);
            json.writeEndObject();
            json.writeFieldName("id");
            json.writeRawValue(id);
        });
    }

    private static String text(Json.Fields fields) {
        return new String(Json.object(fields), StandardCharsets.UTF_8);
    }

    /** What was read; a field that is not of its kind is null. */
    private static final class Request {
        private String id = "null"; // as JSON
        private String method = "";
        private List<String> params;

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "id" -> id = id(json);
                case "method" -> method = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                case "params" -> params = json.currentToken() == JsonToken.START_ARRAY ? names(json) : null;
                default -> {
                    return false;
                }
            }
            if (json.currentToken().isStructStart()) {
                json.skipChildren();
            }
            return true;
        }

        private static String id(JsonParser json) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_STRING -> quoted(json.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_NULL -> json.getText();
                default -> null;
            };
        }

        private static String quoted(String text) {
            String object = text(json -> json.writeStringField("", text));
            return object.substring("{\"\":".length(), object.length() - 1);
        }

        private static List<String> names(JsonParser json) throws IOException {
            List<String> names = new ArrayList<>();
            boolean valid = true;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == null) {
                    throw new IOException("cut short");
                }
                valid &= token == JsonToken.VALUE_STRING;
                names.add(json.getText());
                json.skipChildren();
            }
            return valid ? names : null;
        }
    }
}
