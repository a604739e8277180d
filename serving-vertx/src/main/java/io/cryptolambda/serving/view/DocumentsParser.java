package io.cryptolambda.serving.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the documents out of a search's answer. Of a document's many fields most are not wanted: they are passed over here,
 * for a fraction of what it costs Elasticsearch to take each document apart and put it together again without them.
 */
final class DocumentsParser {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser json;
    private final Set<String> wanted;
    private final List<Document> documents = new ArrayList<>();
    private Boolean timedOut;
    private Integer failedShards;

    private DocumentsParser(JsonParser json, Set<String> wanted) {
        this.json = json;
        this.wanted = wanted;
    }

    /**
     * The documents found, in their order.
     *
     * @param wanted fields that documents keep; the others are dropped
     * @throws ViewUnavailableException if the answer is not whole
     */
    static List<Document> parse(Buffer answer, Set<String> wanted) {
        byte[] bytes = answer == null ? new byte[0] : answer.getBytes();
        try (JsonParser json = FACTORY.createParser(bytes)) {
            DocumentsParser parser = new DocumentsParser(json, wanted);
            parser.answer();
            WholeAnswer.require(parser.timedOut, parser.failedShards, answer);
            return parser.documents;
        } catch (IOException e) {
            throw new ViewUnavailableException("not JSON: " + WholeAnswer.beginning(answer), e);
        }
    }

    private void answer() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "timed_out" -> timedOut = token.isBoolean() ? token == JsonToken.VALUE_TRUE : null;
                case "_shards" -> shards();
                case "hits" -> hits();
                default -> json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("cut short");
        }
    }

    private void shards() throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (name.equals("failed") && token == JsonToken.VALUE_NUMBER_INT) {
                failedShards = json.getIntValue();
            } else {
                json.skipChildren();
            }
        }
    }

    private void hits() throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (name.equals("hits") && token == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    hit();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void hit() throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals("_source")) {
                documents.add(Document.of(source()));
            } else {
                json.skipChildren();
            }
        }
    }

    private JsonObject source() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>(2 * wanted.size());
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken token = json.nextToken();
            if (wanted.contains(name)) {
                fields.put(name, value(token));
            } else {
                json.skipChildren();
            }
        }
        return new JsonObject(fields);
    }

    /** As Vert.x reads JSON: whole numbers as short as they fit, others as doubles. */
    private Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getNumberValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("a document's field is no plain value");
        };
    }
}
