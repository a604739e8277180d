package io.cryptolambda.core.packed;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A candle, field by field: some 120 bytes. */
public final class PackedCandle {
    private static final Source[] SOURCES = Source.values();

    private PackedCandle() {}

    /** Writes it. */
    public static void write(DataOutput out, Candle candle) throws IOException {
        out.writeUTF(candle.exchange());
        out.writeUTF(candle.symbol());
        out.writeUTF(candle.pair());
        out.writeLong(candle.openTime());
        out.writeInt((int) (candle.closeTime() - candle.openTime()));
        PackedMarket.write(out, candle.market());
        out.writeByte(candle.source().ordinal());
        out.writeLong(candle.ingestedAt());
    }

    /** Reads what {@link #write} wrote. */
    public static Candle read(DataInput in) throws IOException {
        String exchange = in.readUTF();
        String symbol = in.readUTF();
        String pair = in.readUTF();
        long openTime = in.readLong();
        long closeTime = openTime + in.readInt();
        MarketValues market = PackedMarket.read(in);
        Source source = SOURCES[in.readByte()];
        return new Candle(exchange, symbol, pair, openTime, closeTime, market, source, in.readLong());
    }
}
