package io.cryptolambda.batch.publish;

import io.cryptolambda.batch.row.EnrichedBarRows;
import io.cryptolambda.batch.row.EnrichedCandleRows;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import java.net.URI;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fills a run's indices from its views, each partition by its own bulk requests. Idempotent, as {@link BulkWriter} is. */
public final class ViewWriter {
    private final URI elasticsearch;
    private final String runId;

    /** @param elasticsearch base address */
    public ViewWriter(URI elasticsearch, String runId) {
        this.elasticsearch = elasticsearch;
        this.runId = runId;
    }

    /** Writes the 1-minute documents. */
    public void writeCandles(Dataset<Row> candles) {
        String run = runId;
        candles.foreachPartition(toElasticsearch((row, out) -> add(EnrichedCandleRows.read(row), run, out)));
    }

    /** Writes the documents of the rolled-up intervals. */
    public void writeBars(Dataset<Row> bars) {
        String run = runId;
        bars.foreachPartition(toElasticsearch((row, out) -> add(EnrichedBarRows.read(row), run, out)));
    }

    /** Writes a row's document. */
    private interface RowToDocument extends BiConsumer<Row, BulkWriter>, java.io.Serializable {}

    private ForeachPartitionFunction<Row> toElasticsearch(RowToDocument toDocument) {
        URI address = elasticsearch;
        return rows -> {
            BulkWriter out = new BulkWriter(
                    new ElasticsearchClient(address), new SplittableRandom(TaskContext.getPartitionId()));
            rows.forEachRemaining(row -> toDocument.accept(row, out));
            out.finish();
        };
    }

    private static void add(EnrichedCandle enriched, String runId, BulkWriter out) {
        Candle candle = enriched.candle();
        out.add(
                Indices.batch(Interval.ONE_MINUTE, candle.openTime(), runId),
                Indices.documentId(candle.symbol(), Interval.ONE_MINUTE, candle.openTime()),
                candle.symbol(),
                enriched.asOf(),
                EnrichedCandleJson.writeDocument(enriched, Layer.BATCH));
    }

    private static void add(EnrichedBar enriched, String runId, BulkWriter out) {
        Bar bar = enriched.bar();
        out.add(
                Indices.batch(bar.interval(), bar.openTime(), runId),
                Indices.documentId(enriched.symbol(), bar.interval(), bar.openTime()),
                enriched.symbol(),
                enriched.asOf(),
                EnrichedBarJson.writeDocument(enriched, Layer.BATCH));
    }
}
