package io.cryptolambda.batch.columnar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Decimal128Test {

    @Test
    void shouldGiveTheDoubleThatTheDecimalGives() {
        Random random = new Random(1);
        for (int i = 0; i < 500_000; i++) {
            BigInteger units = new BigInteger(1 + random.nextInt(126), random);
            assertSameDouble(units);
        }
        for (int bits = 50; bits <= 64; bits++) {
            for (int near = -3; near <= 3; near++) {
                assertSameDouble(BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(near)));
            }
        }
    }

    @Test
    void shouldRoundToTheEvenNeighbourHalfWayBetweenTwoDoubles() {
        // 2^53 + 1, + 2 and + 3 of the whole unit: the decimals that lie exactly in the middle, and one beside them.
        BigInteger unit = BigInteger.valueOf(100_000_000);
        for (long whole = (1L << 53) - 4; whole < (1L << 53) + 9; whole++) {
            BigInteger units = BigInteger.valueOf(whole).multiply(unit);
            assertSameDouble(units);
            assertSameDouble(units.add(BigInteger.ONE));
            assertSameDouble(units.subtract(BigInteger.ONE));
        }
        for (long eighths = (1L << 53) * 8 / 1_000 - 20; eighths < (1L << 53) * 8 / 1_000 + 20; eighths++) {
            assertSameDouble(BigInteger.valueOf(eighths).multiply(unit.shiftRight(3)));
        }
    }

    @Test
    void shouldKeepTheDecimalToTheLastDigit() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            BigInteger units = new BigInteger(1 + random.nextInt(126), random);
            assertThat(Decimal128.toBigDecimal(high(units), units.longValue())).isEqualTo(new BigDecimal(units, 8));
        }
    }

    @Test
    void shouldWriteTheBytesOfTheIntegerHighestFirst() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            BigInteger units = new BigInteger(1 + random.nextInt(126), random);
            units = i % 2 == 0 ? units : units.negate();
            byte[] bytes = new byte[Decimal128.BYTES + 2];
            Decimal128.put(new BigDecimal(units, 8), bytes, 1);
            assertThat(new BigInteger(bytes, 1, Decimal128.BYTES)).isEqualTo(units);
            assertThat(bytes[0]).isZero();
            assertThat(bytes[bytes.length - 1]).isZero();
        }
    }

    private static void assertSameDouble(BigInteger units) {
        assertThat(Decimal128.toDouble(high(units), units.longValue()))
                .as("%s units", units)
                .isEqualTo(new BigDecimal(units, 8).doubleValue());
    }

    private static long high(BigInteger units) {
        return units.shiftRight(64).longValue();
    }
}
