package io.cryptolambda.batch.master;

import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.core.KnowledgePosition;
import org.apache.parquet.io.api.Binary;

/**
 * A record that breaks the contract: no candle, but its bytes.
 *
 * @param generation generation of the raw topic
 * @param reason what is wrong
 */
record RejectedRow(int generation, LogRecord record, String reason) implements LogRow {
    @Override
    public void write(ParquetFields fields) {
        fields.add(generation)
                .add(record.partition())
                .add(record.offset())
                .add(KnowledgePosition.of(generation, record.offset()))
                .add(record.appendTime())
                .add(record.key())
                .skip(CandleColumns.COUNT)
                .add(Binary.fromString(reason))
                .add(record.value())
                .add(MasterColumns.OF_THE_LOG);
    }
}
