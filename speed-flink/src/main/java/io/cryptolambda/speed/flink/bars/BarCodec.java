package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of bars and heads: about 70 bytes a bar, exact, with a format number in front so that a later form can
 * be told from this one when a savepoint is restored.
 */
public final class BarCodec {
    private static final int FORMAT = 1;

    private BarCodec() {}

    /** The key of a bar: its open time, on a whole minute, plus the interval's number. */
    public static long key(Interval interval, long openTime) {
        return openTime + interval.ordinal();
    }

    /** Packs a bar; interval and open time are in its key. */
    public static byte[] encode(Bar bar) {
        return packed(80, out -> {
            out.writeByte(FORMAT);
            writeBar(out, bar);
        });
    }

    /**
     * Unpacks a bar.
     *
     * @throws IllegalStateException if the bytes are of an unknown format
     */
    public static Bar decode(long key, byte[] value) {
        return unpacked(value, in -> readBar(in, key));
    }

    /** Packs a head. */
    public static byte[] encode(SymbolHead head) {
        return packed(480, out -> {
            out.writeByte(FORMAT);
            out.writeLong(head.asOf());
            out.writeBoolean(head.complete());
            out.writeByte(head.newest().size());
            for (Bar bar : head.newest()) {
                out.writeLong(key(bar.interval(), bar.openTime()));
                writeBar(out, bar);
            }
        });
    }

    /**
     * Unpacks a head.
     *
     * @throws IllegalStateException if the bytes are of an unknown format
     */
    public static SymbolHead decodeHead(byte[] value) {
        return unpacked(value, in -> {
            long asOf = in.readLong();
            boolean complete = in.readBoolean();
            int bars = in.readByte();
            List<Bar> newest = new ArrayList<>(bars);
            for (int i = 0; i < bars; i++) {
                newest.add(readBar(in, in.readLong()));
            }
            return new SymbolHead(asOf, complete, newest);
        });
    }

    private static void writeBar(DataOutputStream out, Bar bar) throws IOException {
        MarketValues market = bar.market();
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

    private static Bar readBar(DataInputStream in, long key) throws IOException {
        long openTime = Interval.ONE_MINUTE.openTime(key);
        Interval interval = Interval.values()[(int) (key - openTime)];
        long closeTime = openTime + in.readInt();
        int candles = in.readShort();
        long trades = in.readLong();
        return new Bar(
                interval,
                openTime,
                closeTime,
                new MarketValues(
                        readDecimal(in),
                        readDecimal(in),
                        readDecimal(in),
                        readDecimal(in),
                        readDecimal(in),
                        readDecimal(in),
                        trades,
                        readDecimal(in),
                        readDecimal(in)),
                candles);
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

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] packed(int expectedBytes, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expectedBytes);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T unpacked(byte[] value, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("stored bar has format " + format + ", this job reads " + FORMAT);
            }
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
