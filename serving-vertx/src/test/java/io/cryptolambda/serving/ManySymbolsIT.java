package io.cryptolambda.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.testing.ServingProcess;
import io.cryptolambda.serving.testing.TestElasticsearch;
import io.cryptolambda.serving.testing.TestKafka;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 500 symbols whose documents are more than the heap: the tail of each is shorter, and nothing newest is missing. */
class ManySymbolsIT {
    private static final int SYMBOLS = 500;
    private static final int MINUTES = 120;
    private static final int PARTITIONS = 4;

    @TempDir
    private Path directory;

    @Test
    void shouldServeTheNewestOf500SymbolsFromASmallHeap() throws Exception {
        try (TestKafka kafka = TestKafka.start(directory);
                TestElasticsearch elasticsearch = TestElasticsearch.start(directory)) {
            Map<String, Long> newest = publish(kafka);
            kafka.flush();
            try (ServingProcess serving =
                    ServingProcess.start(directory, elasticsearch.address(), kafka.address(), "96m")) {
                Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> serving.log()
                        .contains("event=tail_live"));

                assertThat(serving.metric("serving_tail_bytes")).isBetween(1e6, 24.0 * (1 << 20));
                assertThat(serving.metric("serving_tail_evicted_total")).isPositive();
                assertThat(serving.metric("serving_tail_depth")).isBetween(2.0, 199.0);
                for (Interval interval : List.of(Interval.ONE_MINUTE, Interval.FIVE_MINUTES)) {
                    Map<String, Long> served =
                            serving.json("/api/v1/latest?interval=" + interval.text()).getJsonArray("rows").stream()
                                    .map(JsonObject.class::cast)
                                    .collect(Collectors.toMap(
                                            row -> row.getString("symbol"), row -> row.getLong("open_time")));
                    Map<String, Long> expected = newest.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> interval.openTime(each.getValue())));
                    assertThat(served).isEqualTo(expected);
                }
                assertThat(serving.isAlive()).isTrue();
                assertThat(serving.log()).doesNotContain("OutOfMemoryError", "event=request_failed");
            }
        }
    }

    /** Publishes minute by minute, as the speed layer does; the newest open time of each symbol. */
    private static Map<String, Long> publish(TestKafka kafka) {
        Map<String, Long> newest = new HashMap<>();
        List<List<EnrichedCandle>> minutes = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            String symbol = "S" + i + "USDT";
            LayerDocuments documents =
                    new LayerDocuments(Candles.randomWalk(new Random(i), symbol, MINUTES), i % PARTITIONS);
            documents
                    .bars(Interval.FIVE_MINUTES)
                    .forEach(bar -> kafka.add(Topics.INDICATORS, symbol, EnrichedBarJson.write(bar)));
            minutes.add(documents.candles());
            newest.put(symbol, documents.candles().get(MINUTES - 1).candle().openTime());
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            for (List<EnrichedCandle> ofSymbol : minutes) {
                EnrichedCandle candle = ofSymbol.get(minute);
                kafka.add(Topics.FEATURES, candle.candle().symbol(), EnrichedCandleJson.write(candle));
            }
        }
        return newest;
    }
}
