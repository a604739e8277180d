package io.cryptolambda.core.packed;

import io.cryptolambda.core.MarketValues;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The nine market values: the trades, then each decimal as the length and the bytes, big-endian, of its units of 1e-8. */
public final class PackedMarket {
    private PackedMarket() {}

    /** Writes them. */
    public static void write(DataOutput out, MarketValues market) throws IOException {
        out.writeLong(market.trades());
        writeDecimal(out, market.open());
        writeDecimal(out, market.high());
        writeDecimal(out, market.low());
        writeDecimal(out, market.close());
        writeDecimal(out, market.volume());
        writeDecimal(out, market.quoteVolume());
        writeDecimal(out, market.takerBuyVolume());
        writeDecimal(out, market.takerBuyQuoteVolume());
    }

    /** Reads what {@link #write} wrote. */
    public static MarketValues read(DataInput in) throws IOException {
        long trades = in.readLong();
        return new MarketValues(
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                trades,
                readDecimal(in),
                readDecimal(in));
    }

    private static void writeDecimal(DataOutput out, BigDecimal value) throws IOException {
        BigInteger units = value.unscaledValue();
        int bytes = units.bitLength() / Byte.SIZE + 1;
        out.writeByte(bytes);
        if (bytes > Long.BYTES) {
            out.write(units.toByteArray());
            return;
        }
        long small = units.longValue();
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.writeByte((int) (small >> shift));
        }
    }

    private static BigDecimal readDecimal(DataInput in) throws IOException {
        int bytes = in.readByte();
        if (bytes > Long.BYTES) {
            byte[] units = new byte[bytes];
            in.readFully(units);
            return new BigDecimal(new BigInteger(units), MarketValues.SCALE);
        }
        long units = in.readByte();
        for (int i = 1; i < bytes; i++) {
            units = units << Byte.SIZE | in.readUnsignedByte();
        }
        return BigDecimal.valueOf(units, MarketValues.SCALE);
    }
}
