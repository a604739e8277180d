package io.cryptolambda.batch.publish;

import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * A document to publish.
 *
 * @param index the index it belongs in
 * @param id its id
 * @param routing decides its shard: the symbol
 * @param source its JSON, as it is written and as it must be read back
 */
record Document(String index, String id, String routing, byte[] source) {

    /** The document of a row of {@code views/candles_1m}. */
    static Document ofCandle(InternalRow row, String runId) {
        EnrichedCandle enriched = ViewCandleRows.read(row).enriched();
        Candle candle = enriched.candle();
        return new Document(
                Indices.batch(Interval.ONE_MINUTE, candle.openTime(), runId),
                Indices.documentId(candle.symbol(), Interval.ONE_MINUTE, candle.openTime()),
                candle.symbol(),
                EnrichedCandleJson.writeDocument(enriched, Layer.BATCH));
    }

    /** The document of a row of {@code views/bars}. */
    static Document ofBar(InternalRow row, String runId) {
        EnrichedBar enriched = ViewBarRows.read(row).enriched();
        Bar bar = enriched.bar();
        return new Document(
                Indices.batch(bar.interval(), bar.openTime(), runId),
                Indices.documentId(enriched.symbol(), bar.interval(), bar.openTime()),
                enriched.symbol(),
                EnrichedBarJson.writeDocument(enriched, Layer.BATCH));
    }
}
