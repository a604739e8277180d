package io.cryptolambda.batch.columnar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decodes a column of BIGINT or INT. */
final class LongPages extends ColumnPages {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final boolean wide;
    private long[] entries = new long[0];
    private long[] out;

    /** @param wide whether values are written with eight bytes, not four */
    LongPages(boolean wide) {
        this.wide = wide;
    }

    /** Where values go. */
    LongPages into(long[] target) {
        out = target;
        return this;
    }

    @Override
    void dictionary(byte[] bytes, int size) {
        if (entries.length < size) {
            entries = new long[size];
        }
        decode(bytes, 0, entries, 0, size);
    }

    @Override
    void plain(byte[] bytes, int at, int firstRow, int count) {
        decode(bytes, at, out, firstRow, count);
    }

    @Override
    void indexed(int[] places, int firstRow, int count) {
        for (int i = 0; i < count; i++) {
            out[firstRow + i] = entries[places[i]];
        }
    }

    private void decode(byte[] bytes, int at, long[] target, int from, int count) {
        if (wide) {
            for (int i = 0; i < count; i++) {
                target[from + i] = (long) LONGS.get(bytes, at + i * Long.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[from + i] = (int) INTS.get(bytes, at + i * Integer.BYTES);
            }
        }
    }
}
