package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.ViewCandle;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The view {@code candles_1m}: candles with features. */
public final class ViewCandleRows {
    /** The columns. {@code date} is the UTC day of the open time, as {@code 2024-01-15}. */
    public static final StructType SCHEMA = StructType.fromDDL(CandleColumns.DDL
            + DoubleColumns.ddl(Arrays.stream(Feature.values()).map(Feature::text))
            + ", gap_minutes BIGINT, lookback INT"
            + PositionColumns.ddl("candle")
            + ", as_of BIGINT, as_of_time BIGINT, partition INT, complete BOOLEAN, date STRING");

    private static final Feature[] FEATURES = Feature.values();

    private ViewCandleRows() {}

    /** Writes a row. */
    public static InternalRow write(ViewCandle candle) {
        EnrichedCandle enriched = candle.enriched();
        RowWriter row = new RowWriter(SCHEMA.size());
        CandleColumns.write(enriched.candle(), row);
        Features features = enriched.features();
        for (Feature feature : FEATURES) {
            row.addDouble(features.get(feature));
        }
        row.add(features.gapMinutes(), features.lookback());
        PositionColumns.write(candle.position(), row);
        row.add(enriched.asOf(), enriched.asOfTime(), enriched.partition(), enriched.complete());
        return row.add(Days.date(enriched.candle().openTime())).internalRow();
    }

    /** Reads a row. */
    public static ViewCandle read(InternalRow row) {
        return read(new RowReader(row));
    }

    /** Reads the columns of a row, which may have more after them. */
    static ViewCandle read(RowReader row) {
        Candle candle = CandleColumns.read(row);
        Features features = new Features(row.doubles(FEATURES.length), row.longOrNull(), row.intValue());
        LogPosition position = PositionColumns.read(row);
        EnrichedCandle enriched = new EnrichedCandle(
                candle, features, position.asOf(), row.longValue(), row.longValue(), row.intValue(), row.bool(), false);
        row.skip(1);
        return new ViewCandle(enriched, position);
    }
}
