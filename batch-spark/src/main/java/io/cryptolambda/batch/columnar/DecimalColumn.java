package io.cryptolambda.batch.columnar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** DECIMAL(38,8) values of neighbouring rows, as {@link Decimal128}. */
public final class DecimalColumn {
    long[] high;
    long[] low;

    DecimalColumn(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
    }

    /** Makes room for {@code rows} rows, keeping what is there. */
    void ensure(int rows) {
        if (rows > low.length) {
            high = Arrays.copyOf(high, rows);
            low = Arrays.copyOf(low, rows);
        }
    }

    /** The value of a row as a decimal of 8 places. */
    BigDecimal decimal(int row) {
        return Decimal128.toBigDecimal(high[row], low[row]);
    }

    /** The nearest double to the value of a row. */
    double number(int row) {
        return Decimal128.toDouble(high[row], low[row]);
    }

    /** The exact sum of the first {@code rows} values, in units of 1e-8. */
    public BigInteger sumOfUnits(int rows) {
        long sumHigh = 0;
        long sumLow = 0;
        for (int row = 0; row < rows; row++) {
            sumLow += low[row];
            sumHigh += high[row] + Decimal128.carry(sumLow, low[row]);
        }
        return Decimal128.toBigDecimal(sumHigh, sumLow).unscaledValue();
    }

    boolean sameAt(int row, DecimalColumn other, int otherRow) {
        return low[row] == other.low[otherRow] && high[row] == other.high[otherRow];
    }

    void copy(int row, DecimalColumn from, int fromRow) {
        high[row] = from.high[fromRow];
        low[row] = from.low[fromRow];
    }

    /** Takes another value over if it is above this row's. */
    void raise(int row, DecimalColumn other, int otherRow) {
        if (Decimal128.isBelow(high[row], low[row], other.high[otherRow], other.low[otherRow])) {
            copy(row, other, otherRow);
        }
    }

    /** Takes another value over if it is below this row's. */
    void lower(int row, DecimalColumn other, int otherRow) {
        if (Decimal128.isBelow(other.high[otherRow], other.low[otherRow], high[row], low[row])) {
            copy(row, other, otherRow);
        }
    }

    /**
     * Adds another value. 38 digits leave room in 128 bits for the sum of all minutes of a day; that it has no more than 38
     * is checked where it leaves the columns, by {@link io.cryptolambda.core.MarketValues}.
     */
    void add(int row, DecimalColumn other, int otherRow) {
        long sum = low[row] + other.low[otherRow];
        high[row] += other.high[otherRow] + Decimal128.carry(sum, other.low[otherRow]);
        low[row] = sum;
    }
}
