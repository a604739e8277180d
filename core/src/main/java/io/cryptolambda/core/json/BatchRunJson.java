package io.cryptolambda.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.merge.BatchRun;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The run metadata document. */
public final class BatchRunJson {
    private BatchRunJson() {}

    /** Writes the document. */
    public static byte[] write(BatchRun run) {
        return Json.object(json -> {
            json.writeNumberField("schema", Json.SCHEMA);
            json.writeStringField("run_id", run.runId());
            json.writeNumberField("generation", run.generation());
            json.writeObjectFieldStart("k");
            for (Map.Entry<Integer, Long> end : run.k().entrySet()) {
                json.writeNumberField(end.getKey().toString(), end.getValue());
            }
            json.writeEndObject();
            writeByInterval(json, "boundary", run.boundary());
            writeByInterval(json, "documents", run.documents());
            json.writeNumberField("retained_from", run.retainedFrom());
            json.writeNumberField("started_at", run.startedAt());
            json.writeNumberField("finished_at", run.finishedAt());
        });
    }

    /**
     * Reads the document.
     *
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if it breaks the contract, naming the field
     */
    public static BatchRun read(byte[] value) throws IOException {
        Reader reader = new Reader();
        Json.readObject(value, reader::read);
        return reader.toBatchRun();
    }

    private static void writeByInterval(JsonGenerator json, String name, Map<Interval, Long> values)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<Interval, Long> value : new TreeMap<>(values).entrySet()) {
            json.writeNumberField(value.getKey().text(), value.getValue());
        }
        json.writeEndObject();
    }

    private static final class Reader {
        private final SortedMap<Integer, Long> k = new TreeMap<>();
        private final Map<Interval, Long> boundary = new EnumMap<>(Interval.class);
        private final Map<Interval, Long> documents = new EnumMap<>(Interval.class);
        private Long schema;
        private String runId;
        private Long generation;
        // Absent where an older version published the run: it kept everything.
        private Long retainedFrom = 0L;
        private Long startedAt;
        private Long finishedAt;

        boolean read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "schema" -> schema = Json.integer(name, json);
                case "run_id" -> runId = Json.text(name, json);
                case "generation" -> generation = Json.integer(name, json);
                case "k" ->
                    Json.readFields(json, (partition, end) -> {
                        k.put(Integer.valueOf(partition), Json.integer(partition, end));
                        return true;
                    });
                case "boundary" -> readByInterval(json, boundary);
                case "documents" -> readByInterval(json, documents);
                case "retained_from" -> retainedFrom = Json.integer(name, json);
                case "started_at" -> startedAt = Json.integer(name, json);
                case "finished_at" -> finishedAt = Json.integer(name, json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static void readByInterval(JsonParser json, Map<Interval, Long> values) throws IOException {
            Json.readFields(json, (interval, value) -> {
                values.put(Interval.parse(interval), Json.integer(interval, value));
                return true;
            });
        }

        BatchRun toBatchRun() {
            Json.requireSchema(schema);
            return new BatchRun(
                    Json.required("run_id", runId),
                    Math.toIntExact(Json.required("generation", generation)),
                    k,
                    boundary,
                    documents,
                    Json.required("retained_from", retainedFrom),
                    Json.required("started_at", startedAt),
                    Json.required("finished_at", finishedAt));
        }
    }
}
