package io.cryptolambda.serving.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cryptolambda.serving.view.Served;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows as JSON straight from their documents: an answer can have thousands. */
final class RowsJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int ROW_BYTES = 400;

    private RowsJson() {}

    /** @param about what stands before the rows */
    static Buffer of(JsonObject about, Resource resource, Query query, List<Served> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROW_BYTES * (rows.size() + 1));
        String before = about.encode();
        bytes.writeBytes(before.substring(0, before.length() - 1).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(",\"rows\":".getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            for (Served row : rows) {
                json.writeStartObject();
                resource.cells(query.interval(), row, query.fields(), (column, value) -> write(json, column, value));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.write('}');
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void write(JsonGenerator json, String column, Object value) throws IOException {
        json.writeFieldName(column);
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value == null) {
            json.writeNull();
        } else {
            throw new IllegalArgumentException(column + " is no plain value");
        }
    }
}
