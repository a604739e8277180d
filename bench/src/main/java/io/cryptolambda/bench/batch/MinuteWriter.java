package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.data.RandomMinutes;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes minutes as Parquet, in the columns and types of the master dataset. */
final class MinuteWriter extends WriteSupport<RandomMinutes> {
    private static final String DECIMAL = "optional fixed_len_byte_array(16) %s (DECIMAL(38,8)); ";
    private static final String[] DECIMALS = {
        "open", "high", "low", "close", "volume", "quote_volume", "taker_buy_volume", "taker_buy_quote_volume"
    };

    private static final int FIRST_DECIMAL = 3;

    private final Binary symbol;
    private final int partition;
    private final byte[] decimal = new byte[16];
    private RecordConsumer out;
    private long offset;

    MinuteWriter(String symbol, int partition, long firstOffset) {
        this.symbol = Binary.fromString(symbol);
        this.partition = partition;
        this.offset = firstOffset;
    }

    /** Opens a file. */
    static final class Builder extends ParquetWriter.Builder<RandomMinutes, Builder> {
        private final MinuteWriter writer;

        Builder(OutputFile file, MinuteWriter writer) {
            super(file);
            this.writer = writer;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<RandomMinutes> getWriteSupport(Configuration configuration) {
            return writer;
        }
    }

    @Override
    public WriteContext init(Configuration configuration) {
        StringBuilder schema = new StringBuilder("message minutes { optional binary symbol (STRING); ")
                .append("optional int64 open_time; optional int64 close_time; ");
        for (String name : DECIMALS) {
            schema.append(String.format(DECIMAL, name));
        }
        schema.append("optional int64 trades; optional int64 as_of; optional int64 append_time; ")
                .append("optional int32 partition; optional int64 import_sequence; }");
        MessageType type = MessageTypeParser.parseMessageType(schema.toString());
        return new WriteContext(type, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(RandomMinutes minute) {
        out.startMessage();
        out.startField("symbol", 0);
        out.addBinary(symbol);
        out.endField("symbol", 0);
        number("open_time", 1, minute.openTime());
        number("close_time", 2, minute.openTime() + 59_999);
        long[] units = minute.units();
        for (int i = 0; i < units.length; i++) {
            decimal(i, units[i]);
        }
        number("trades", 11, minute.trades());
        number("as_of", 12, (1L << 44) + offset);
        number("append_time", 13, minute.openTime() + 60_050 + offset % 100);
        out.startField("partition", 14);
        out.addInteger(partition);
        out.endField("partition", 14);
        number("import_sequence", 15, 0);
        out.endMessage();
        offset++;
    }

    /** The offset after the last one written. */
    long offset() {
        return offset;
    }

    private void number(String name, int index, long value) {
        out.startField(name, index);
        out.addLong(value);
        out.endField(name, index);
    }

    private void decimal(int column, long units) {
        String name = DECIMALS[column];
        int index = FIRST_DECIMAL + column;
        ByteBuffer.wrap(decimal).putLong(units >> 63).putLong(units);
        out.startField(name, index);
        out.addBinary(Binary.fromReusedByteArray(decimal));
        out.endField(name, index);
    }
}
