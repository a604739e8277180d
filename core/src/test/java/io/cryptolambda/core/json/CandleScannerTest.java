package io.cryptolambda.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleScannerTest {
    private static final long SEED = 20_240_101;
    private static final List<String> SPLINTERS = List.of(
            "\"", "\\", ",", ".", "-", "+", "0", "00", "e9", " ", "\n", "{", "}", "null", "1.", ".5", "\u00e9", "1e-8");

    @Test
    void shouldReadEveryCandleAsItWasWritten() {
        for (Candle candle : Candles.randomWalk(new Random(SEED), "BTCUSDT", 2_000)) {
            assertThat(CandleScanner.scan(CandleJson.write(candle))).isEqualTo(candle);
        }
    }

    @Test
    void shouldJudgeDamagedRecordsAsTheParserDoes() {
        Random random = new Random(SEED);
        List<Candle> candles = Candles.randomWalk(random, "BTCUSDT", 50);
        for (int i = 0; i < 30_000; i++) {
            byte[] damaged = damaged(CandleJson.write(candles.get(i % candles.size())), random);
            assertThat(CandleJson.parse(damaged))
                    .as(() -> "seed " + SEED + ": " + new String(damaged, StandardCharsets.UTF_8))
                    .isEqualTo(CandleJson.parseAnyForm(damaged));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 123456789012.12345678",
        "1.5, 00000000000000000001.50",
        "1.5, 1.",
        "1.5, .5",
        "7, 007",
        "7, -7",
        "7, 99999999999999999999",
        "BTCUSDT, BTC\u00e9USDT",
        "BTCUSDT, BTC\\u0055SDT",
        "1m, 5m",
        "ws, WS"
    })
    void shouldJudgeUnusualValuesAsTheParserDoes(String usual, String unusual) {
        String written = new String(CandleJson.write(Candles.candle(3, "42.5")), StandardCharsets.UTF_8);
        byte[] changed = written.replace(usual, unusual).getBytes(StandardCharsets.UTF_8);

        assertThat(CandleJson.parse(changed)).isEqualTo(CandleJson.parseAnyForm(changed));
    }

    private static byte[] damaged(byte[] json, Random random) {
        int at = random.nextInt(json.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(json, at);
            case 1 -> spliced(json, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(json, at, Math.min(json.length, at + random.nextInt(4)), new byte[0]);
            default ->
                spliced(
                        json,
                        at,
                        at,
                        SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] spliced(byte[] json, int from, int to, byte[] with) {
        byte[] result = Arrays.copyOf(json, from + with.length + json.length - to);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(json, to, result, from + with.length, json.length - to);
        return result;
    }
}
