package io.cryptolambda.batch.master;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Fills a record of a Parquet file in the order of its columns; what is passed over is null. */
final class ParquetFields {
    private final RecordConsumer record;
    private final String[] names;
    private int next;

    ParquetFields(RecordConsumer record, MessageType schema) {
        this.record = record;
        this.names = schema.getFields().stream().map(field -> field.getName()).toArray(String[]::new);
    }

    /** Begins the next record. */
    void begin() {
        next = 0;
        record.startMessage();
    }

    /** Ends the record. */
    void end() {
        record.endMessage();
    }

    ParquetFields add(int value) {
        record.startField(names[next], next);
        record.addInteger(value);
        return endField();
    }

    ParquetFields add(long value) {
        record.startField(names[next], next);
        record.addLong(value);
        return endField();
    }

    ParquetFields add(Binary value) {
        record.startField(names[next], next);
        record.addBinary(value);
        return endField();
    }

    /** Adds bytes; null where there are none. */
    ParquetFields add(byte[] value) {
        return value == null ? skip(1) : add(Binary.fromConstantByteArray(value));
    }

    /** Leaves columns null. */
    ParquetFields skip(int count) {
        next += count;
        return this;
    }

    private ParquetFields endField() {
        record.endField(names[next], next);
        next++;
        return this;
    }
}
