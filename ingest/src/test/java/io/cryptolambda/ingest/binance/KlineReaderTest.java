package io.cryptolambda.ingest.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class KlineReaderTest {
    private static final String ROW = "[1704067200000,\"42283.58000000\",\"42298.62000000\",\"42261.02000000\","
            + "\"42298.61000000\",\"35.92724000\",1704067259999,\"1519031.69451920\",1327,\"23.18766000\","
            + "\"980394.71034560\",\"0\"]";
    private static final String EVENT =
            "{\"e\":\"kline\",\"E\":1681154040004,\"s\":\"XEMUSDT\",\"k\":{\"t\":1681153980000,"
                    + "\"T\":1681154039999,\"s\":\"XEMUSDT\",\"i\":\"1m\",\"f\":35012468,\"L\":35012468,\"o\":\"0.04110000\","
                    + "\"c\":\"0.04120000\",\"h\":\"0.04130000\",\"l\":\"0.04100000\",\"v\":\"243.00000000\",\"n\":1,\"x\":true,"
                    + "\"q\":\"9.98730000\",\"V\":\"242.00000000\",\"Q\":\"9.98720000\",\"B\":\"0\"}}";

    @Test
    void shouldReadARowWithItsNumbersAsPrinted() {
        assertThat(KlineReader.row("BTCUSDT", json(ROW)))
                .isEqualTo(new Kline(
                        "BTCUSDT",
                        1704067200000L,
                        1704067259999L,
                        "42283.58000000",
                        "42298.62000000",
                        "42261.02000000",
                        "42298.61000000",
                        "35.92724000",
                        "1519031.69451920",
                        1327,
                        "23.18766000",
                        "980394.71034560"));
    }

    @Test
    void shouldReadAnEventWithEachFieldInItsPlace() {
        Kline kline = new Kline(
                "XEMUSDT",
                1681153980000L,
                1681154039999L,
                "0.04110000",
                "0.04130000",
                "0.04100000",
                "0.04120000",
                "243.00000000",
                "9.98730000",
                1,
                "242.00000000",
                "9.98720000");

        assertThat(KlineReader.event(json(EVENT))).isEqualTo(new KlineEvent(1681154040004L, "1m", true, kline));
    }

    @Test
    void shouldNameWhatCannotBeRead() {
        assertThatThrownBy(() -> KlineReader.row("BTCUSDT", json("[1704067200000]")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KlineReader.event(json(EVENT.replace("\"t\":1681153980000", "\"t\":1.5"))))
                .hasMessage("k.t is not a whole number");
        assertThatThrownBy(() -> KlineReader.event(json(EVENT.replace("\"x\":true", "\"x\":1"))))
                .hasMessage("k.x is not a boolean");
    }

    @Test
    void shouldReadNoTextThatNobodyWouldSend() {
        String endless = "9".repeat(1_000_000);

        assertThatThrownBy(() -> KlineReader.row("BTCUSDT", json(ROW.replace("35.92724000", endless))))
                .hasMessage("volume is longer than 64 characters");
        assertThatThrownBy(() -> KlineReader.event(json(EVENT.replace("XEMUSDT", "X".repeat(65)))))
                .hasMessage("k.s is longer than 64 characters");
    }

    @Test
    void shouldReadASymbolThatIsNotAscii() {
        assertThat(KlineReader.event(json(EVENT.replace("XEMUSDT", "\u5e01\u5b89\u4eba\u751fUSDT")))
                        .kline()
                        .symbol())
                .isEqualTo("\u5e01\u5b89\u4eba\u751fUSDT");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
