package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Reading and writing of single JSON values, shared by the codecs of this package. */
final class Json {
    /** The {@code schema} number of every value written. */
    static final int SCHEMA = 1;

    private static final int LONGEST_DECIMAL = 64;
    // A document is mostly doubles: these write the shortest decimal that reads back to the same bits, and read it.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    // One for each thread: documents are written by the hundred thousand.
    private static final ThreadLocal<ByteArrayOutputStream> BUFFER =
            ThreadLocal.withInitial(() -> new ByteArrayOutputStream(4_096));

    private Json() {}

    /** Writes the fields of one object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Reads one field: the parser stands on the value; a field that is not known is left to the caller to skip. */
    interface FieldReader {
        boolean read(String name, JsonParser json) throws IOException;
    }

    static byte[] object(Fields fields) {
        ByteArrayOutputStream bytes = BUFFER.get();
        bytes.reset();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one object that is all of {@code value}.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it is not an object, or a field is not of its type
     */
    static void readObject(byte[] value, FieldReader reader) throws IOException {
        try (JsonParser json = FACTORY.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            readFields(json, reader);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
        }
    }

    /** Reads the fields of the object that the parser stands in. */
    static void readFields(JsonParser json, FieldReader reader) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (!reader.read(name, json)) {
                json.skipChildren();
            }
        }
    }

    /** The name of a field, encoded once. */
    static SerializableString name(String name) {
        return new SerializedString(name);
    }

    /** Names of fields, encoded once. */
    static SerializableString[] names(Stream<String> names) {
        return names.map(Json::name).toArray(SerializableString[]::new);
    }

    static void writeDecimal(JsonGenerator json, SerializableString name, BigDecimal value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value.toPlainString());
    }

    static void writeText(JsonGenerator json, SerializableString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    static void writeNumber(JsonGenerator json, SerializableString name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
    }

    static void writeFlag(JsonGenerator json, SerializableString name, boolean value) throws IOException {
        json.writeFieldName(name);
        json.writeBoolean(value);
    }

    /** Writes a value that is absent, as null, where it is {@code NaN}. */
    static void writeDouble(JsonGenerator json, SerializableString name, double value) throws IOException {
        json.writeFieldName(name);
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    static void writeLong(JsonGenerator json, String name, Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    static BigDecimal decimal(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING || json.getTextLength() > LONGEST_DECIMAL) {
            throw new IllegalArgumentException(name + " must be a decimal in a string");
        }
        try {
            return PlainDecimal.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a decimal in a string", e);
        }
    }

    static Long integer(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return json.getLongValue();
    }

    /** Reads what {@link #writeDouble} wrote: {@code NaN} for null. */
    static double number(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        if (!json.currentToken().isNumeric()) {
            throw new IllegalArgumentException(name + " must be a number");
        }
        return json.getDoubleValue();
    }

    static String text(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(name + " must be a string");
        }
        return json.getText();
    }

    static boolean bool(String name, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false");
        };
    }

    static <T> T required(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static void requireSchema(Long schema) {
        if (required("schema", schema) != SCHEMA) {
            throw new IllegalArgumentException("schema must be " + SCHEMA + ", is " + schema);
        }
    }
}
