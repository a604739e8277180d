package io.cryptolambda.batch.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Parquet's hybrid of run lengths and bit packing, in which dictionary indices and definition levels are written. */
final class RunLengthIds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Reads {@code bytes[from, to)}. */
    RunLengthIds(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /**
     * Reads the next {@code count} numbers, each of {@code bitWidth} binary digits.
     *
     * @throws UnsortedMinutes if there are fewer
     */
    void read(int[] out, int count, int bitWidth) {
        int done = 0;
        while (done < count) {
            int header = unsignedVarInt();
            if ((header & 1) == 0) {
                int run = Math.min(header >>> 1, count - done);
                Arrays.fill(out, done, done + run, repeatedValue(bitWidth));
                done += run;
            } else {
                int packed = (header >>> 1) * 8;
                unpack(out, done, Math.min(packed, count - done), bitWidth);
                at += packed / 8 * bitWidth;
                done += packed;
            }
        }
    }

    private int unsignedVarInt() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            if (at >= end) {
                throw new UnsortedMinutes("a page ends in the middle of its values");
            }
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new UnsortedMinutes("a page holds no run length");
    }

    private int repeatedValue(int bitWidth) {
        int value = 0;
        for (int i = 0; i < (bitWidth + 7) / 8; i++) {
            value |= (bytes[at++] & 0xFF) << 8 * i;
        }
        return value;
    }

    private void unpack(int[] out, int from, int count, int bitWidth) {
        long mask = (1L << bitWidth) - 1;
        long bit = 8L * at;
        for (int i = 0; i < count; i++, bit += bitWidth) {
            out[from + i] = (int) (eightBytes((int) (bit >>> 3)) >>> (bit & 7) & mask);
        }
    }

    private long eightBytes(int index) {
        if (index + Long.BYTES <= bytes.length) {
            return (long) LONGS.get(bytes, index);
        }
        long value = 0;
        for (int i = bytes.length - 1; i >= index; i--) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
