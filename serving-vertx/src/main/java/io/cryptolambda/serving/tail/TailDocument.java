package io.cryptolambda.serving.tail;

import io.cryptolambda.serving.view.Document;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A document of the speed layer as its topic carried it.
 *
 * @param key symbol and interval
 * @param openTime epoch milliseconds UTC
 * @param asOf knowledge position
 * @param ingestedAt the exchange's clock when the candle was taken, epoch milliseconds UTC; null on bars
 * @param partition partition of the raw topic that the symbol lives in
 * @param complete whether the layer knew every candle it depends on
 * @param json the value, one line of JSON in UTF-8; not to be changed
 */
public record TailDocument(
        SeriesKey key, long openTime, long asOf, Long ingestedAt, int partition, boolean complete, byte[] json) {

    /** The same with its fields read. */
    public Document toDocument() {
        return new Document(openTime, asOf, partition, complete, new JsonObject(Buffer.buffer(json)));
    }
}
