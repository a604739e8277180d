package io.cryptolambda.serving.view;

import io.vertx.core.json.JsonObject;

/**
 * A document of either layer: what merging needs to know of it, and its fields as they were written.
 *
 * @param openTime epoch milliseconds UTC
 * @param asOf knowledge position
 * @param partition partition of the raw topic that the symbol lives in
 * @param complete whether the layer knew every candle it depends on
 * @param fields the fields that were asked for; decimals are the writer's strings, doubles keep their bits
 */
public record Document(long openTime, long asOf, int partition, boolean complete, JsonObject fields)
        implements Live.Held {

    /** @throws NullPointerException if the source lacks a field of the contract */
    public static Document of(JsonObject source) {
        return new Document(
                source.getLong("open_time"),
                source.getLong("as_of"),
                source.getInteger("partition"),
                source.getBoolean("complete"),
                source);
    }

    @Override
    public Document toDocument() {
        return this;
    }
}
