package io.cryptolambda.batch.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads documents back by their ids and adds up the bytes that Elasticsearch holds. */
final class ReadBack {
    private static final int DOCUMENTS_PER_REQUEST = 1000;
    private static final JsonFactory JSON = new JsonFactory();

    private final ElasticsearchClient client;
    private final Checksums found;
    private final List<Document> asked = new ArrayList<>();

    ReadBack(ElasticsearchClient client, Checksums found) {
        this.client = client;
        this.found = found;
    }

    /** Asks for a document; its source here is not looked at. */
    void add(Document document) {
        asked.add(document);
        if (asked.size() == DOCUMENTS_PER_REQUEST) {
            finish();
        }
    }

    /** Asks for what is left. */
    void finish() {
        if (asked.isEmpty()) {
            return;
        }
        try {
            // As a search would see it: not from the transaction log. And no filter: it writes every number anew, by
            // Double.toString, whose digits are not always the fewest, as ours are.
            byte[] answer = client.sendForBytes("/_mget?realtime=false", question());
            sum(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asked.clear();
    }

    private byte[] question() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("docs");
            for (Document document : asked) {
                json.writeStartObject();
                json.writeStringField("_index", document.index());
                json.writeStringField("_id", document.id());
                json.writeStringField("routing", document.routing());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /** A source is summed as the bytes it is in the answer: Elasticsearch returns what it was given. */
    private void sum(byte[] answer) throws IOException {
        try (JsonParser json = JSON.createParser(answer)) {
            String index = null;
            String id = null;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "_index" -> index = json.getText();
                    case "_id" -> id = json.getText();
                    case "_source" -> {
                        int from = (int) json.currentTokenLocation().getByteOffset();
                        json.skipChildren();
                        int to = (int) json.currentLocation().getByteOffset();
                        found.add(index, id, answer, from, to);
                    }
                    default -> {}
                }
            }
        }
    }
}
