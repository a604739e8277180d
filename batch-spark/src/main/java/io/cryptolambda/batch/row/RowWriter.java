package io.cryptolambda.batch.row;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Fills a row in the order of its columns. */
public final class RowWriter {
    private final Object[] values;
    private int next;

    /** @param columns number of columns; those not written stay null */
    public RowWriter(int columns) {
        this.values = new Object[columns];
    }

    /** Writes the next columns. */
    public RowWriter add(Object... more) {
        for (Object value : more) {
            values[next++] = value;
        }
        return this;
    }

    /** Writes the next column; null where the value is {@code NaN}. */
    public RowWriter addDouble(double value) {
        values[next++] = Double.isNaN(value) ? null : value;
        return this;
    }

    /** Leaves the next {@code count} columns null. */
    public RowWriter skip(int count) {
        next += count;
        return this;
    }

    /** The row. */
    public Row row() {
        return RowFactory.create(values);
    }
}
