package io.cryptolambda.batch.master;

import io.cryptolambda.batch.row.CandleColumns;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the master dataset: a record of the log with its position and, typed, the candle it tells of.
 *
 * <p>A record that breaks the contract is kept too: its candle columns are null, {@code rejected} says why, {@code value}
 * holds its original bytes, and its {@code month} is {@value #REJECTED_MONTH}. A row of an archive file has no offset; its
 * {@code import_sequence} is above 0 and orders it after the record of the log that has the same position.
 */
final class MasterColumns {
    /** The partition column: the month of the open time, as {@code 2024-01}. */
    static final String MONTH = "month";

    /** Where records are kept that have no open time. */
    static final String REJECTED_MONTH = "rejected";

    /** Where it is kept which files were imported. */
    static final String IMPORTS_MONTH = "imports";

    /** What {@code import_sequence} is for a record of the log. */
    static final long OF_THE_LOG = 0;

    /** What stands in the files: all but the month. */
    static final StructType IN_FILES = StructType.fromDDL(
            """
            generation INT, partition INT, offset BIGINT, as_of BIGINT, append_time BIGINT, key BINARY,
            """
                    + CandleColumns.DDL + ", rejected STRING, value BINARY, import_sequence BIGINT");

    /** All columns. */
    static final StructType SCHEMA = IN_FILES.add(MONTH, "string");

    /** The columns of whose values the table's log tells, file by file. */
    static final List<String> WITH_STATISTICS =
            List.of("generation", "partition", "offset", "as_of", "symbol", "open_time", "import_sequence");

    private MasterColumns() {}
}
