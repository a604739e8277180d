package io.cryptolambda.batch.columnar;

/** Decodes a column of DECIMAL(38,8): sixteen bytes each, the highest first. */
final class DecimalPages extends ColumnPages {
    private final DecimalColumn entries = new DecimalColumn(0);
    private DecimalColumn out;

    /** Where values go. */
    DecimalPages into(DecimalColumn target) {
        out = target;
        return this;
    }

    @Override
    void dictionary(byte[] bytes, int size) {
        entries.ensure(size);
        decode(bytes, 0, entries, 0, size);
    }

    @Override
    void plain(byte[] bytes, int at, int firstRow, int count) {
        decode(bytes, at, out, firstRow, count);
    }

    @Override
    void indexed(int[] places, int firstRow, int count) {
        long[] high = out.high;
        long[] low = out.low;
        for (int i = 0; i < count; i++) {
            int place = places[i];
            high[firstRow + i] = entries.high[place];
            low[firstRow + i] = entries.low[place];
        }
    }

    private static void decode(byte[] bytes, int at, DecimalColumn target, int from, int count) {
        long[] high = target.high;
        long[] low = target.low;
        for (int i = 0; i < count; i++) {
            high[from + i] = (long) Decimal128.LONGS.get(bytes, at + i * Decimal128.BYTES);
            low[from + i] = (long) Decimal128.LONGS.get(bytes, at + i * Decimal128.BYTES + Long.BYTES);
        }
    }
}
