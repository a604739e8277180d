package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.LogCandle;
import io.cryptolambda.batch.view.LogPosition;
import org.apache.spark.sql.catalyst.InternalRow;

/** A valid record of the log, as selected from the master dataset. */
public final class LogCandleRows {
    /** The columns to select, in order. */
    public static final String[] COLUMNS = {
        "exchange",
        "symbol",
        "pair",
        "open_time",
        "close_time",
        "open",
        "high",
        "low",
        "close",
        "volume",
        "quote_volume",
        "trades",
        "taker_buy_volume",
        "taker_buy_quote_volume",
        "source",
        "ingested_at",
        "as_of",
        "append_time",
        "partition",
        "import_sequence"
    };

    private LogCandleRows() {}

    /** Reads a row of {@link #COLUMNS}. */
    public static LogCandle read(InternalRow row) {
        RowReader reader = new RowReader(row);
        return new LogCandle(
                CandleColumns.read(reader), new LogPosition(reader.longValue(), reader.longValue(), reader.intValue()));
    }
}
