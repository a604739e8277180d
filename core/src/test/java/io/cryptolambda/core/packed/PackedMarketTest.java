package io.cryptolambda.core.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.MarketValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedMarketTest {
    private static final int TRADES = Long.BYTES;

    @Test
    void shouldKeepDecimalsOfEveryLengthExactly() throws IOException {
        for (int bits = 1; bits <= 126; bits++) {
            for (int more = -1; more <= 1; more++) {
                MarketValues market = of(BigInteger.ONE
                        .shiftLeft(bits)
                        .add(BigInteger.valueOf(more))
                        .max(BigInteger.ONE));

                assertThat(read(write(market))).as("2^%d%+d", bits, more).isEqualTo(market);
            }
        }
    }

    @Test
    void shouldWriteADecimalAsLengthAndBytesOfItsUnits() throws IOException {
        for (String units :
                new String[] {"1", "127", "128", "255", "32768", "9223372036854775807", "9223372036854775808"}) {
            byte[] expected = new BigInteger(units).toByteArray();
            byte[] written = write(of(new BigInteger(units)));

            assertThat(written[TRADES]).isEqualTo((byte) expected.length);
            assertThat(Arrays.copyOfRange(written, TRADES + 1, TRADES + 1 + expected.length))
                    .isEqualTo(expected);
        }
    }

    private static MarketValues of(BigInteger units) {
        BigDecimal value = new BigDecimal(units, MarketValues.SCALE);
        BigDecimal none = BigDecimal.valueOf(0, MarketValues.SCALE);
        return new MarketValues(value, value, value, value, value, none, Long.MAX_VALUE, value, none);
    }

    private static byte[] write(MarketValues market) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedMarket.write(new DataOutputStream(bytes), market);
        return bytes.toByteArray();
    }

    private static MarketValues read(byte[] bytes) throws IOException {
        return PackedMarket.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
