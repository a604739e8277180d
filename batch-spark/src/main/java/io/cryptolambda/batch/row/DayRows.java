package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The table {@code days}: what is known of each symbol and UTC day. */
public final class DayRows {
    /** The columns. {@code month} is the day's, as {@code 2024-01}. */
    public static final StructType SCHEMA = StructType.fromDDL("symbol STRING, day BIGINT, newest BIGINT"
            + PositionColumns.ddl("first")
            + ", candles INT, "
            + Interval.ROLLED_UP.stream()
                    .map(interval -> "bars_" + interval.text() + " INT")
                    .collect(Collectors.joining(", "))
            + ", holes BOOLEAN, records BIGINT, revisions BIGINT, month STRING");

    private DayRows() {}

    /** Writes a row. */
    public static InternalRow write(DaySummary day) {
        RowWriter row = new RowWriter(SCHEMA.size());
        row.add(day.symbol(), day.day(), day.newest());
        PositionColumns.write(day.firstSeen(), row);
        row.add(day.candles());
        day.bars().forEach(row::add);
        return row.add(day.holes(), day.records(), day.revisions(), Indices.month(day.day()))
                .internalRow();
    }

    /** Reads a row. */
    public static DaySummary read(InternalRow source) {
        RowReader row = new RowReader(source);
        String symbol = row.text();
        long day = row.longValue();
        long newest = row.longValue();
        LogPosition firstSeen = PositionColumns.read(row);
        int candles = row.intValue();
        List<Integer> bars = new ArrayList<>();
        Interval.ROLLED_UP.forEach(interval -> bars.add(row.intValue()));
        return new DaySummary(
                symbol, day, newest, firstSeen, candles, bars, row.bool(), row.longValue(), row.longValue());
    }
}
