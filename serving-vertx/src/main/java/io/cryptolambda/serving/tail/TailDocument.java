package io.cryptolambda.serving.tail;

import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Live;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A document of the speed layer as its topic carried it.
 *
 * @param key symbol and interval
 * @param openTime epoch milliseconds UTC
 * @param asOf knowledge position
 * @param partition partition of the raw topic that the symbol lives in
 * @param complete whether the layer knew every candle it depends on
 * @param times of the candle; null on bars
 * @param json the value, one line of JSON in UTF-8; not to be changed
 */
public record TailDocument(
        SeriesKey key, long openTime, long asOf, int partition, boolean complete, CandleTimes times, byte[] json)
        implements Live.Held {
    /** What a document costs besides its JSON: the objects around it, measured. */
    private static final int OBJECTS = 320;

    /** Memory that it takes, about. */
    int bytes() {
        return json.length + OBJECTS;
    }

    @Override
    public Document toDocument() {
        return new Document(openTime, asOf, partition, complete, new JsonObject(Buffer.buffer(json)));
    }
}
