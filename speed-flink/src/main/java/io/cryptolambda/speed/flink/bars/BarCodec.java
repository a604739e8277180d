package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The stored form of bars and candles: about 90 bytes each, exact. */
public final class BarCodec {
    private static final int EXPECTED_BYTES = 96;

    private BarCodec() {}

    /** The key of a bar: its open time, on a whole minute, plus the interval's number. */
    public static long key(Interval interval, long openTime) {
        return openTime + interval.ordinal();
    }

    /** Packs a bar; interval and open time are in its key. */
    public static byte[] encode(KnownBar bar) {
        return Packing.packed(EXPECTED_BYTES, out -> write(out, bar));
    }

    /**
     * Unpacks a bar.
     *
     * @throws IllegalStateException if the bytes are of an unknown format
     */
    public static KnownBar decode(long key, byte[] value) {
        return Packing.unpacked(value, in -> read(in, key));
    }

    /** Packs a candle; its open time is its key. */
    public static byte[] encode(HeldCandle candle) {
        return Packing.packed(EXPECTED_BYTES, out -> {
            write(out, new KnownBar(candle.minute(), candle.asOf()));
            out.writeLong(candle.firstPosition());
        });
    }

    /**
     * Unpacks the candle at {@code openTime}.
     *
     * @throws IllegalStateException if the bytes are of an unknown format
     */
    public static HeldCandle decodeCandle(long openTime, byte[] value) {
        return Packing.unpacked(value, in -> {
            KnownBar minute = read(in, key(Interval.ONE_MINUTE, openTime));
            return new HeldCandle(minute.bar(), minute.asOf(), in.readLong());
        });
    }

    static void write(DataOutputStream out, KnownBar known) throws IOException {
        Bar bar = known.bar();
        MarketValues market = bar.market();
        out.writeLong(known.asOf().position());
        out.writeLong(known.asOf().time());
        out.writeInt(Math.toIntExact(bar.closeTime() - bar.openTime()));
        out.writeShort(bar.candles());
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

    static KnownBar read(DataInputStream in, long key) throws IOException {
        long openTime = Interval.ONE_MINUTE.openTime(key);
        Interval interval = Interval.values()[(int) (key - openTime)];
        AsOf asOf = new AsOf(in.readLong(), in.readLong());
        long closeTime = openTime + in.readInt();
        int candles = in.readShort();
        long trades = in.readLong();
        MarketValues market = new MarketValues(
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                readDecimal(in),
                trades,
                readDecimal(in),
                readDecimal(in));
        return new KnownBar(new Bar(interval, openTime, closeTime, market, candles), asOf);
    }

    private static void writeDecimal(DataOutputStream out, BigDecimal value) throws IOException {
        byte[] unscaled = value.unscaledValue().toByteArray();
        out.writeByte(unscaled.length);
        out.write(unscaled);
    }

    private static BigDecimal readDecimal(DataInputStream in) throws IOException {
        byte[] unscaled = new byte[in.readByte()];
        in.readFully(unscaled);
        return new BigDecimal(new BigInteger(unscaled), MarketValues.SCALE);
    }
}
