package io.cryptolambda.batch.master;

/** A record of the log as a row of the master dataset. */
sealed interface LogRow permits CandleRow, RejectedRow {
    /** Writes its columns, in the order of {@link MasterColumns#SCHEMA}; not the month, which is the file's. */
    void write(ParquetFields fields);
}
