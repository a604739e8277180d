package io.cryptolambda.batch.row;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;

/** Reads a row in the order of its columns. */
public final class RowReader {
    private final Row row;
    private int next;

    /** Starts at the first column. */
    public RowReader(Row row) {
        this.row = row;
    }

    /** The next column, text. */
    public String text() {
        return row.getString(next++);
    }

    /** The next column, BIGINT. */
    public long longValue() {
        return row.getLong(next++);
    }

    /** The next column, INT. */
    public int intValue() {
        return row.getInt(next++);
    }

    /** The next column, BOOLEAN. */
    public boolean bool() {
        return row.getBoolean(next++);
    }

    /** The next column, DECIMAL. */
    public BigDecimal decimal() {
        return row.getDecimal(next++);
    }

    /** The next {@code count} columns, DOUBLE; {@code NaN} where null. */
    public double[] doubles(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            int column = next++;
            values[i] = row.isNullAt(column) ? Double.NaN : row.getDouble(column);
        }
        return values;
    }

    /** The next column, BIGINT that may be null. */
    public Long longOrNull() {
        int column = next++;
        return row.isNullAt(column) ? null : row.getLong(column);
    }

    /** Whether the next column is null; it stays the next. */
    public boolean isNull() {
        return row.isNullAt(next);
    }

    /** Leaves {@code count} columns out. */
    public void skip(int count) {
        next += count;
    }
}
