package io.cryptolambda.batch.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive run's commit says of itself: up to where the log is in the table since. As it is part of the commit it
 * cannot disagree with the rows, and reading it costs one small file however large the table is.
 *
 * @param runId the run
 * @param generation generation of the raw topic
 * @param next per partition the offset after the last record archived
 */
record ArchivedOffsets(String runId, int generation, SortedMap<Integer, Long> next) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where the table ends after {@code plan}.
     *
     * @param stored where it ended before
     */
    static ArchivedOffsets after(
            List<OffsetRange> plan, SortedMap<Integer, Long> stored, int generation, String runId) {
        SortedMap<Integer, Long> next = new TreeMap<>(stored);
        plan.forEach(range -> next.put(range.partition(), range.to()));
        return new ArchivedOffsets(runId, generation, next);
    }

    /** The text that the commit carries. */
    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("run_id", runId).put("generation", generation);
        ObjectNode offsets = json.putObject("archived_to");
        next.forEach((partition, offset) -> offsets.put(partition.toString(), offset));
        return json.toString();
    }

    /** Reads a commit's text; empty if it is another's, or tells of another generation. */
    static Optional<ArchivedOffsets> parse(String text, int generation) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode offsets = json.path("archived_to");
            if (!offsets.isObject() || json.path("generation").asInt() != generation) {
                return Optional.empty();
            }
            SortedMap<Integer, Long> next = new TreeMap<>();
            offsets.fields()
                    .forEachRemaining(offset -> next.put(
                            Integer.valueOf(offset.getKey()), offset.getValue().asLong()));
            return Optional.of(new ArchivedOffsets(json.path("run_id").asText(), generation, next));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
