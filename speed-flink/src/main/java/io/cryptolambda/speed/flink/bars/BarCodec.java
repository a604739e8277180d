package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.packed.PackedMarket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

    static void write(DataOutput out, KnownBar known) throws IOException {
        Bar bar = known.bar();
        out.writeLong(known.asOf().position());
        out.writeLong(known.asOf().time());
        out.writeInt(Math.toIntExact(bar.closeTime() - bar.openTime()));
        out.writeShort(bar.candles());
        PackedMarket.write(out, bar.market());
    }

    static KnownBar read(DataInput in, long key) throws IOException {
        long openTime = Interval.ONE_MINUTE.openTime(key);
        Interval interval = Interval.values()[(int) (key - openTime)];
        AsOf asOf = new AsOf(in.readLong(), in.readLong());
        long closeTime = openTime + in.readInt();
        int candles = in.readShort();
        MarketValues market = PackedMarket.read(in);
        return new KnownBar(new Bar(interval, openTime, closeTime, market, candles), asOf);
    }
}
