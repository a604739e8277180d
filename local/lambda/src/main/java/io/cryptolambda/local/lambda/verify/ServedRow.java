package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row as the API served it.
 *
 * @param json the row
 */
public record ServedRow(JsonNode json) {
    /** Epoch milliseconds UTC. */
    public long openTime() {
        return json.required("open_time").longValue();
    }

    /** Knowledge position. */
    public long asOf() {
        return json.required("as_of").longValue();
    }

    /** {@code batch} or {@code speed}. */
    public String layer() {
        return json.required("layer").textValue();
    }
}
