package io.cryptolambda.speed.flink.connectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What Elasticsearch answers to a bulk request. Where it says that there was no error, which is in front, the rest is not
 * read.
 */
final class BulkAnswer {
    private static final JsonFactory FACTORY = new JsonFactory();

    private BulkAnswer() {}

    /**
     * A document that was not written.
     *
     * @param number its place in the request, from 0
     * @param status as of HTTP
     * @param error type and reason, for people
     */
    record Refusal(int number, int status, String error) {}

    /**
     * The documents that were not written.
     *
     * @param documents how many the request had
     * @throws IOException if it is not an answer to such a request
     */
    static List<Refusal> refusals(byte[] answer, int documents) throws IOException {
        try (JsonParser json = FACTORY.createParser(answer)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (name.equals("errors") && value == JsonToken.VALUE_FALSE) {
                    return List.of();
                }
                if (name.equals("items")) {
                    return items(json, documents);
                }
                json.skipChildren();
            }
        }
        throw new IOException("a bulk answer without items");
    }

    private static List<Refusal> items(JsonParser json, int documents) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<Refusal> refusals = new ArrayList<>();
        int number = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextFieldName();
            expect(json.nextToken(), JsonToken.START_OBJECT);
            Refusal refusal = item(json, number++);
            if (refusal.error() != null) {
                refusals.add(refusal);
            }
            expect(json.nextToken(), JsonToken.END_OBJECT);
        }
        if (number != documents) {
            throw new IOException("a bulk answer of " + number + " items to " + documents + " documents");
        }
        return refusals;
    }

    private static Refusal item(JsonParser json, int number) throws IOException {
        int status = 0;
        String error = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("status")) {
                status = json.getIntValue();
            } else if (name.equals("error") && value == JsonToken.START_OBJECT) {
                error = error(json);
            } else {
                json.skipChildren();
            }
        }
        return new Refusal(number, status, error);
    }

    /** Type and reason, and those of what caused it. */
    private static String error(JsonParser json) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals("type") || name.equals("reason")) {
                text.append(text.isEmpty() ? "" : ": ").append(json.getValueAsString());
            } else if (name.equals("caused_by") && value == JsonToken.START_OBJECT) {
                text.append("; ").append(error(json));
            } else {
                json.skipChildren();
            }
        }
        return text.toString();
    }

    private static void expect(JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("a bulk answer with " + found + " in place of " + expected);
        }
    }
}
