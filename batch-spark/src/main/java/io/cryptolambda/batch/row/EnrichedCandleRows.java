package io.cryptolambda.batch.row;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indices;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The view {@code candles_1m}: candles with features. */
public final class EnrichedCandleRows {
    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    public static final StructType SCHEMA = StructType.fromDDL(
            CandleColumns.DDL
                    + DoubleColumns.ddl(Arrays.stream(Feature.values()).map(Feature::text))
                    + """
            , gap_minutes BIGINT, lookback INT,
            candle_as_of BIGINT, as_of BIGINT, as_of_time BIGINT, partition INT, complete BOOLEAN,
            run_id STRING, month STRING""");

    private static final Feature[] FEATURES = Feature.values();

    private EnrichedCandleRows() {}

    /** Writes a row of the run {@code runId}. */
    public static Row write(EnrichedCandle enriched, String runId) {
        RowWriter row = new RowWriter(SCHEMA.size());
        CandleColumns.write(enriched.candle(), row);
        Features features = enriched.features();
        for (Feature feature : FEATURES) {
            row.addDouble(features.get(feature));
        }
        row.add(features.gapMinutes(), features.lookback());
        row.add(enriched.candlePosition(), enriched.asOf(), enriched.asOfTime());
        row.add(enriched.partition(), enriched.complete());
        return row.add(runId, Indices.month(enriched.candle().openTime())).row();
    }

    /** Reads a row. */
    public static EnrichedCandle read(Row row) {
        RowReader reader = new RowReader(row);
        return new EnrichedCandle(
                CandleColumns.read(reader),
                features(reader),
                reader.longValue(),
                reader.longValue(),
                reader.longValue(),
                reader.intValue(),
                reader.bool(),
                false);
    }

    private static Features features(RowReader reader) {
        return new Features(reader.doubles(FEATURES.length), reader.longOrNull(), reader.intValue());
    }
}
