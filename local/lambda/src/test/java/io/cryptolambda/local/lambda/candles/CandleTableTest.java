package io.cryptolambda.local.lambda.candles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CandleTableTest {
    @Test
    void shouldBeATableWithTheDigitsAsServed() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(
                        """
                        [{"open_time":1704067200000,"open":"42283.58000000","high":"42298.62000000",
                          "low":"42261.02000000","close":"42298.61000000","volume":"35.92724000"},
                         {"open_time":1704067260000,"open":"1.00000000","high":"2.00000000",
                          "low":"0.50000000","close":"1.50000000","volume":"123456.00000000"}]
                        """);
        StringWriter out = new StringWriter();

        CandleTable.print("BTCUSDT", rows, new PrintWriter(out, true));

        assertThat(out.toString().lines())
                .containsExactly(
                        "symbol   | exchange | ts_iso               |           open |           high |            low |          close |          volume",
                        "---------+----------+----------------------+----------------+----------------+----------------+----------------+----------------",
                        "BTC/USDT | binance  | 2024-01-01T00:00:00Z | 42283.58000000 | 42298.62000000 | 42261.02000000 | 42298.61000000 |     35.92724000",
                        "BTC/USDT | binance  | 2024-01-01T00:01:00Z |     1.00000000 |     2.00000000 |     0.50000000 |     1.50000000 | 123456.00000000");
    }
}
