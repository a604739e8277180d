package io.cryptolambda.batch.master;

import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of the master dataset: a record of the log with its position and, typed, the candle it tells of.
 *
 * <p>A record that breaks the contract is kept too: its candle columns are null, {@code rejected} says why, {@code value}
 * holds its original bytes, and its {@code month} is {@value #REJECTED_MONTH}. A row of an archive file has no offset; its
 * {@code import_sequence} is above 0 and orders it after the record of the log that has the same position.
 */
final class LogRecordRows {
    /** Where records are kept that have no open time. */
    static final String REJECTED_MONTH = "rejected";

    /** Where it is kept which files were imported. */
    static final String IMPORTS_MONTH = "imports";

    /** What {@code import_sequence} is for a record of the log. */
    static final long OF_THE_LOG = 0;

    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    static final StructType SCHEMA = StructType.fromDDL(
            """
            generation INT, partition INT, offset BIGINT, as_of BIGINT, append_time BIGINT, key BINARY,
            """
                    + CandleColumns.DDL + ", rejected STRING, value BINARY, import_sequence BIGINT, month STRING");

    /** What to select from Kafka's source, in order. */
    static final String[] KAFKA_COLUMNS = {
        "partition", "offset", "unix_millis(timestamp) AS append_time", "key", "value"
    };

    private LogRecordRows() {}

    /** The row of a Kafka record as selected by {@link #KAFKA_COLUMNS}. */
    static Row of(Row record, int generation) {
        int partition = record.getInt(0);
        long offset = record.getLong(1);
        byte[] key = record.getAs(3);
        byte[] value = record.getAs(4);
        RowWriter row = new RowWriter(SCHEMA.size());
        row.add(generation, partition, offset, KnowledgePosition.of(generation, offset), record.getLong(2), key);
        Parsed<Candle> parsed = RawCandleParser.parse(key, value);
        if (parsed instanceof Parsed.Ok<Candle> ok) {
            CandleColumns.write(ok.value(), row);
            return row.add(null, null, OF_THE_LOG, Indices.month(ok.value().openTime()))
                    .row();
        }
        String reason = ((Parsed.Rejected<Candle>) parsed).reason();
        return row.skip(CandleColumns.COUNT)
                .add(reason, value, OF_THE_LOG, REJECTED_MONTH)
                .row();
    }
}
