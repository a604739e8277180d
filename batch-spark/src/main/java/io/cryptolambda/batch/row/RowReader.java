package io.cryptolambda.batch.row;

import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;

/** Reads a row in the order of its columns. */
public final class RowReader {
    private final InternalRow row;
    private int next;

    /** Starts at the first column. */
    public RowReader(InternalRow row) {
        this.row = row;
    }

    /** The next column, text. */
    public String text() {
        return row.getUTF8String(next++).toString();
    }

    /** The next column, text that may be null. */
    public String textOrNull() {
        int column = next++;
        return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
    }

    /** The next column, an array of texts. */
    public List<String> texts() {
        ArrayData texts = row.getArray(next++);
        return IntStream.range(0, texts.numElements())
                .mapToObj(i -> texts.getUTF8String(i).toString())
                .toList();
    }

    /** The next column, a map. */
    public MapData map() {
        return row.getMap(next++);
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
        return row.getDecimal(next++, MarketValues.PRECISION, MarketValues.SCALE)
                .toJavaBigDecimal();
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
