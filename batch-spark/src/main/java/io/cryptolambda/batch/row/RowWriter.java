package io.cryptolambda.batch.row;

import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

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

    /** Leaves {@code count} columns null. */
    public RowWriter skip(int count) {
        next += count;
        return this;
    }

    /** The row. */
    public Row row() {
        return RowFactory.create(values);
    }

    /** The row in Spark's own form. */
    public InternalRow internalRow() {
        Object[] own = new Object[values.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = own(values[i]);
        }
        return new GenericInternalRow(own);
    }

    private static Object own(Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        return value instanceof BigDecimal decimal
                ? Decimal.apply(decimal, MarketValues.PRECISION, MarketValues.SCALE)
                : value;
    }
}
