package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;

/**
 * An Elasticsearch document of the speed layer.
 *
 * @param index the index of its interval and month
 * @param id {@code symbol|interval|open_time}
 * @param symbol its routing
 * @param asOf its knowledge position and version: an older one never replaces a newer
 * @param json its source
 */
public record Document(String index, String id, String symbol, long asOf, byte[] json) {

    /** The 1-minute document. */
    public static Document of(EnrichedCandle enriched) {
        Candle candle = enriched.candle();
        return of(
                candle.symbol(),
                Interval.ONE_MINUTE,
                candle.openTime(),
                enriched.asOf(),
                EnrichedCandleJson.writeDocument(enriched, Layer.SPEED));
    }

    /** The document of a bar. */
    public static Document of(EnrichedBar enriched) {
        return of(
                enriched.symbol(),
                enriched.bar().interval(),
                enriched.bar().openTime(),
                enriched.asOf(),
                EnrichedBarJson.writeDocument(enriched, Layer.SPEED));
    }

    private static Document of(String symbol, Interval interval, long openTime, long asOf, byte[] json) {
        return new Document(
                Indices.speed(interval, openTime), Indices.documentId(symbol, interval, openTime), symbol, asOf, json);
    }
}
