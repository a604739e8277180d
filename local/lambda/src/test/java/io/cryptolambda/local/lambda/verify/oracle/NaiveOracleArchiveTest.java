package io.cryptolambda.local.lambda.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange is the oracle of the oracle: its own coarser candles, recorded, from its own 1-minute candles. */
class NaiveOracleArchiveTest {
    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 2024-01-01, 15m 1h 1d",
        "ETHUSDT, 2024-01-02, 15m 1h 1d",
        "SOLUSDT, 2022-11-09, 15m 1h",
        "ETHUSDT, 2023-03-24, 15m 1h 1d",
        "SOLUSDT, 2023-08-26, 1h"
    })
    void shouldRollUpToTheExchangesOwnCandles(String symbol, String day, String intervals) throws IOException {
        Story story = new Story();
        archive("1m", symbol, day).candles("binance").forEach(story::record);
        NaiveOracle oracle = new NaiveOracle(story.log());

        for (String text : intervals.split(" ")) {
            Interval interval = Interval.parse(text);
            assertThat(oracle.documents(interval).map(NaiveOracleArchiveTest::marketFields))
                    .as("%s %s %s", symbol, interval, day)
                    .containsExactlyElementsOf(archive(interval.text(), symbol, day).rows().stream()
                            .map(NaiveOracleArchiveTest::marketFields)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT, 2024-01-01", "ETHUSDT, 2024-01-02"})
    void shouldHaveTheExchangesOwnVwapOfTheDaysFirstHour(String symbol, String day) throws IOException {
        Story story = new Story();
        archive("1m", symbol, day).candles("binance").forEach(story::record);
        ArchiveRow hour = archive("1h", symbol, day).rows().get(0);

        ExpectedDocument lastMinute = new NaiveOracle(story.log())
                .documents(Interval.ONE_MINUTE)
                .skip(59)
                .findFirst()
                .orElseThrow();

        double exact = hour.market().quoteVolume().doubleValue()
                / hour.market().volume().doubleValue();
        assertThat((Double) lastMinute.derived().get("vwap_60")).isCloseTo(exact, within(1e-9));
    }

    private static ArchiveFile archive(String interval, String symbol, String day) {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day)).orElseThrow();
    }

    private static Map<String, Object> marketFields(ExpectedDocument document) {
        Map<String, Object> fields = new LinkedHashMap<>(document.candle());
        fields.keySet().removeAll(List.of("close_time", "candles", "closed", "as_of"));
        fields.put("open_time", document.openTime());
        return fields;
    }

    private static Map<String, Object> marketFields(ArchiveRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("open_time", row.openTime());
        fields.put("open", row.market().open().toPlainString());
        fields.put("high", row.market().high().toPlainString());
        fields.put("low", row.market().low().toPlainString());
        fields.put("close", row.market().close().toPlainString());
        fields.put("volume", row.market().volume().toPlainString());
        fields.put("quote_volume", row.market().quoteVolume().toPlainString());
        fields.put("trades", row.market().trades());
        fields.put("taker_buy_volume", row.market().takerBuyVolume().toPlainString());
        fields.put("taker_buy_quote_volume", row.market().takerBuyQuoteVolume().toPlainString());
        return fields;
    }
}
