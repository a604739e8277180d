package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.RolledBar;
import io.cryptolambda.batch.view.ViewBar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Indices;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The view {@code bars}: bars of all rolled-up intervals with indicators. */
public final class ViewBarRows {
    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    public static final StructType SCHEMA = StructType.fromDDL(RolledBarRows.DDL
            + ", closed BOOLEAN"
            + DoubleColumns.ddl(Arrays.stream(Indicator.values()).map(Indicator::text))
            + ", as_of BIGINT, as_of_time BIGINT, partition INT, complete BOOLEAN, month STRING");

    private static final Indicator[] INDICATORS = Indicator.values();

    private ViewBarRows() {}

    /** Writes a row. */
    public static InternalRow write(ViewBar bar) {
        EnrichedBar enriched = bar.enriched();
        RowWriter row = new RowWriter(SCHEMA.size());
        RolledBarRows.write(bar.rolled(), row);
        row.add(enriched.closed());
        for (Indicator indicator : INDICATORS) {
            row.addDouble(enriched.indicators().get(indicator));
        }
        row.add(enriched.asOf(), enriched.asOfTime(), enriched.partition(), enriched.complete());
        return row.add(Indices.month(enriched.bar().openTime())).internalRow();
    }

    /** Reads a row. */
    public static ViewBar read(InternalRow row) {
        return read(new RowReader(row));
    }

    /** Reads the columns of a row, which may have more after them. */
    static ViewBar read(RowReader row) {
        RolledBar rolled = RolledBarRows.read(row);
        boolean closed = row.bool();
        Indicators indicators = new Indicators(row.doubles(INDICATORS.length));
        LogPosition asOf = new LogPosition(row.longValue(), row.longValue(), row.intValue());
        EnrichedBar enriched = new EnrichedBar(
                rolled.exchange(),
                rolled.symbol(),
                rolled.bar(),
                closed,
                indicators,
                asOf.asOf(),
                asOf.appendTime(),
                asOf.partition(),
                row.bool());
        row.skip(1);
        return new ViewBar(enriched, rolled);
    }
}
