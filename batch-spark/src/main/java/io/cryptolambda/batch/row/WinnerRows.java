package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.Winner;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Winning candles, between the passes. */
public final class WinnerRows {
    /** The columns. */
    public static final StructType SCHEMA = StructType.fromDDL(
            CandleColumns.DDL
                    + """
            , as_of BIGINT, as_of_time BIGINT, partition INT,
            first_as_of BIGINT, first_as_of_time BIGINT, first_partition INT,
            records INT, revisions INT""");

    private WinnerRows() {}

    /** Writes a row. */
    public static InternalRow write(Winner winner) {
        RowWriter row = new RowWriter(SCHEMA.size());
        CandleColumns.write(winner.candle(), row);
        write(winner.position(), row);
        write(winner.firstSeen(), row);
        return row.add(winner.records(), winner.revisions()).internalRow();
    }

    /** Reads a row. */
    public static Winner read(InternalRow row) {
        RowReader reader = new RowReader(row);
        return new Winner(
                CandleColumns.read(reader), position(reader), position(reader), reader.intValue(), reader.intValue());
    }

    private static void write(LogPosition position, RowWriter row) {
        row.add(position.asOf(), position.appendTime(), position.partition());
    }

    private static LogPosition position(RowReader reader) {
        return new LogPosition(reader.longValue(), reader.longValue(), reader.intValue());
    }
}
