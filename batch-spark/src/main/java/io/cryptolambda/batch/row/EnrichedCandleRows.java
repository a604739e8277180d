package io.cryptolambda.batch.row;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indices;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The view {@code candles_1m}: candles with features. */
public final class EnrichedCandleRows {
    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    public static final StructType SCHEMA = StructType.fromDDL(
            CandleColumns.DDL
                    + """
            , log_return_1 DOUBLE, volatility_60 DOUBLE, vwap_60 DOUBLE, gap_minutes BIGINT, lookback INT,
            candle_as_of BIGINT, as_of BIGINT, as_of_time BIGINT, partition INT, complete BOOLEAN,
            run_id STRING, month STRING""");

    private EnrichedCandleRows() {}

    /** Writes a row of the run {@code runId}. */
    public static Row write(EnrichedCandle enriched, String runId) {
        RowWriter row = new RowWriter(SCHEMA.size());
        CandleColumns.write(enriched.candle(), row);
        Features features = enriched.features();
        row.add(features.logReturn1(), features.volatility60(), features.vwap60());
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
        return new Features(
                reader.doubleOrNull(),
                reader.doubleOrNull(),
                reader.doubleOrNull(),
                reader.longOrNull(),
                reader.intValue());
    }
}
