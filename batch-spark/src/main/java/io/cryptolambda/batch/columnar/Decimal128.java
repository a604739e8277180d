package io.cryptolambda.batch.columnar;

import io.cryptolambda.core.MarketValues;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * DECIMAL(38,8) as a 128-bit integer of 1e-8 units in two's complement: a signed high half and an unsigned low half, as
 * Parquet stores it. A day of a cheap coin overflows one long.
 */
public final class Decimal128 {
    /** Bytes of a value. */
    public static final int BYTES = 2 * Long.BYTES;

    /** The halves of a value, as they stand in bytes. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** As many digits always fit a {@code long}. */
    private static final int DIGITS_OF_LONG = 18;

    private static final long UNITS = 100_000_000L;
    private static final double UNITS_AS_DOUBLE = UNITS;
    private static final long EXACT_IN_DOUBLE = 1L << 53;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private Decimal128() {}

    /**
     * Writes a decimal of 8 places, the highest byte first.
     *
     * @param value at most 38 digits, as those of {@link MarketValues} have
     * @param into receives {@value #BYTES} bytes from {@code at} on
     */
    public static void put(BigDecimal value, byte[] into, int at) {
        BigDecimal units = value.movePointRight(MarketValues.SCALE);
        if (units.precision() <= DIGITS_OF_LONG) {
            long low = units.longValueExact();
            put(low >> 63, low, into, at);
        } else {
            BigInteger wide = units.toBigIntegerExact();
            put(wide.shiftRight(Long.SIZE).longValueExact(), wide.longValue(), into, at);
        }
    }

    private static void put(long high, long low, byte[] into, int at) {
        LONGS.set(into, at, high);
        LONGS.set(into, at + Long.BYTES, low);
    }

    /** Whether a is below b. */
    static boolean isBelow(long highA, long lowA, long highB, long lowB) {
        return highA != highB ? highA < highB : Long.compareUnsigned(lowA, lowB) < 0;
    }

    /** What adding two low halves of this sum carries into the high half. */
    static long carry(long sumOfLows, long addedLow) {
        return Long.compareUnsigned(sumOfLows, addedLow) < 0 ? 1 : 0;
    }

    /** The value as a decimal of 8 places. */
    static BigDecimal toBigDecimal(long high, long low) {
        if (high == low >> 63) {
            return BigDecimal.valueOf(low, MarketValues.SCALE);
        }
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
        return new BigDecimal(new BigInteger(bytes), MarketValues.SCALE);
    }

    /** The nearest double, ties to even: the bits of {@link BigDecimal#doubleValue}. */
    static double toDouble(long high, long low) {
        if (high == 0 && low >= 0) {
            // Below 2^53 both operands are exact, so the quotient is rounded once.
            return low < EXACT_IN_DOUBLE ? low / UNITS_AS_DOUBLE : large(low);
        }
        return toBigDecimal(high, low).doubleValue();
    }

    /**
     * Divides a multiple 2^shift of the value, chosen so that the quotient has 57 or 58 binary digits, and sets the last of
     * them if anything remains: the conversion to double is then the only rounding.
     */
    private static double large(long value) {
        int shift = Long.numberOfLeadingZeros(value) + 20;
        // value * 2^shift has at most 84 digits: it is divided in two parts, the lower one of 32 digits.
        long upper = value >>> 32 - shift;
        long lower = value << shift & LOW_HALF;
        long rest = upper % UNITS << 32 | lower;
        long quotient = (upper / UNITS << 32) + rest / UNITS;
        long sticky = rest % UNITS == 0 ? 0 : 1;
        return (quotient | sticky) * scale(-shift);
    }

    /** Two to the power of {@code exponent}. */
    private static double scale(int exponent) {
        return Double.longBitsToDouble((long) (Double.MAX_EXPONENT + exponent) << 52);
    }
}
