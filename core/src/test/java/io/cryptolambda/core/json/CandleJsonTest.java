package io.cryptolambda.core.json;

import static io.cryptolambda.core.testing.Candles.candle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleJsonTest {
    private static final String VALID =
            """
            {"schema":1,"exchange":"binance","symbol":"BTCUSDT","pair":"BTC/USDT","interval":"1m",\
            "open_time":1704067200000,"close_time":1704067259999,"ts_iso":"2024-01-01T00:00:00Z",\
            "open":"42283.58000000","high":"42298.62000000","low":"42261.02000000","close":"42298.61000000",\
            "volume":"35.92724000","quote_volume":"1519031.69451920","trades":1327,\
            "taker_buy_volume":"23.18766000","taker_buy_quote_volume":"980394.71034560",\
            "source":"archive","ingested_at":1704067260000}""";

    @Test
    void shouldReadTheFormOfTheContractAndWriteItBackDigitForDigit() {
        Parsed<Candle> parsed = CandleJson.parse(VALID.getBytes(UTF_8));

        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        assertThat(new String(CandleJson.write(value(parsed)), UTF_8)).isEqualTo(VALID);
    }

    @Test
    void shouldIgnoreUnknownFieldsWhateverTheyHold() {
        String extended =
                VALID.replace("\"schema\":1,", "\"schema\":1,\"new\":{\"a\":[1,{\"open\":\"9\"}]},\"x\":null,");

        assertThat(value(CandleJson.parse(extended.getBytes(UTF_8))))
                .isEqualTo(value(CandleJson.parse(VALID.getBytes(UTF_8))));
    }

    @Test
    void shouldRoundTripRandomCandles() {
        for (Candle candle : Candles.randomWalk(new Random(7), "币安人生USDT", 200)) {
            assertThat(value(CandleJson.parse(CandleJson.write(candle)))).isEqualTo(candle);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\":1, | \"schema\":2, | schema must be 1, is 2",
                "\"schema\":1, | '' | schema is missing",
                "\"42298.62000000\" | 42298.62 | high must be a decimal in a string",
                "\"42298.62000000\" | \"4x\" | high must be a decimal in a string",
                "\"42298.62000000\" | null | high must be a decimal in a string",
                "\"35.92724000\" | \"-35.92724000\" | volume must not be negative",
                "\"high\":\"42298.62000000\" | \"high\":\"42261.03000000\" | high must not be below open or close",
                "\"trades\":1327, | '' | trades is missing",
                "\"trades\":1327 | \"trades\":1.5 | trades must be a whole number",
                "1704067200000 | 17040672000000000000000 | open_time must be a whole number",
                "\"interval\":\"1m\" | \"interval\":\"5m\" | interval must be 1m, is 5m",
                "BTCUSDT | BTC/USDT | symbol must be 1 to 32 letters or digits",
                "archive | psychic | source must be one of ws, rest, archive",
            })
    void shouldRejectWhatBreaksTheContractAndSayWhy(String part, String replacement, String reason) {
        assertThat(reason(VALID.replace(part, replacement == null ? "" : replacement)))
                .isEqualTo(reason);
    }

    @Test
    void shouldRejectWhatIsNotOneJsonObject() {
        assertThat(CandleJson.parse(null)).isEqualTo(new Parsed.Rejected<>("value is missing"));
        assertThat(reason("")).isEqualTo("not a JSON object");
        assertThat(reason("[1]")).isEqualTo("not a JSON object");
        assertThat(reason("{\"open\":")).startsWith("not valid JSON: ");
        assertThat(reason("not json")).startsWith("not valid JSON: ");
        assertThat(reason(VALID + "{}")).isEqualTo("something follows the JSON object");
        assertThat(reason(VALID.replace("{", "{\"deep\":" + "[".repeat(5_000)))).startsWith("not valid JSON: ");
    }

    @Test
    void shouldNeverThrowOnDamagedBytes() {
        Random random = new Random(11);
        byte[] valid = CandleJson.write(candle(0, "100"));
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = valid.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(CandleJson.parse(damaged)).as("case %d", i).isNotNull();
        }
    }

    private static String reason(String json) {
        return ((Parsed.Rejected<Candle>) CandleJson.parse(json.getBytes(UTF_8))).reason();
    }

    private static Candle value(Parsed<Candle> parsed) {
        return ((Parsed.Ok<Candle>) parsed).value();
    }
}
