package io.cryptolambda.core.json;

import static io.cryptolambda.core.testing.Candles.candle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawCandleParserTest {
    private static final byte[] KEY = "BTCUSDT".getBytes(UTF_8);
    private static final byte[] VALUE = CandleJson.write(candle(0, "100"));

    @Test
    void shouldReadACandleUnderItsSymbol() {
        assertThat(RawCandleParser.parse(KEY, VALUE)).isEqualTo(new Parsed.Ok<>(candle(0, "100")));
    }

    @Test
    void shouldRefuseAKeyThatIsMissingOrNotTheSymbol() {
        assertThat(reason(null, VALUE)).isEqualTo("key is missing");
        assertThat(reason("ETHUSDT".getBytes(UTF_8), VALUE)).isEqualTo("key is not the symbol");
        assertThat(reason(new byte[] {(byte) 0xff}, VALUE)).isEqualTo("key is not the symbol");
    }

    @Test
    void shouldRefuseAValueThatIsMissingBrokenOrTooLong() {
        assertThat(reason(KEY, null)).isEqualTo("value is missing");
        assertThat(reason(KEY, "{\"open\":".getBytes(UTF_8))).startsWith("not valid JSON");
        assertThat(reason(KEY, new byte[20_000])).isEqualTo("value is longer than 16384 bytes");
    }

    private static String reason(byte[] key, byte[] value) {
        return ((Parsed.Rejected<?>) RawCandleParser.parse(key, value)).reason();
    }
}
