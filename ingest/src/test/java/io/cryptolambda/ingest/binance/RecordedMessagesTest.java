package io.cryptolambda.ingest.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the exchange really sent is understood. */
class RecordedMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"BINANCE", "BINANCE_US", "BINANCE_TR"})
    void shouldReadEveryRecordedKlineMessage(String source) throws IOException {
        int read = 0;
        for (String line : Files.readAllLines(RealData.folder().resolve("ws/cryptofeed_" + source + ".kline.txt"))) {
            JsonNode data = JSON.readTree(line.substring(line.indexOf('{'))).path("data");
            KlineEvent event = KlineReader.event(data);
            assertThat(event.interval()).isEqualTo("1m");
            assertThat(event.kline().closeTime()).isEqualTo(event.kline().openTime() + 59_999);
            read++;
        }
        assertThat(read).isPositive();
    }

    @Test
    void shouldReadEveryRecordedRow() throws IOException {
        JsonNode rows = JSON.readTree(RealData.folder()
                .resolve("json/nautilus_http_spot_market_klines.json")
                .toFile());

        assertThat(rows).isNotEmpty();
        for (JsonNode row : rows) {
            assertThat(KlineReader.row("BTCUSDT", row).open()).contains(".");
        }
    }
}
