package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row as the API served it.
 *
 * @param json the row
 */
record ServedRow(JsonNode json) {
    /** Epoch milliseconds UTC. */
    long openTime() {
        return json.required("open_time").longValue();
    }

    long asOf() {
        return json.required("as_of").longValue();
    }

    String layer() {
        return json.required("layer").textValue();
    }
}
