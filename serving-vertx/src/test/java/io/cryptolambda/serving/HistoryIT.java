package io.cryptolambda.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.testing.ServingProcess;
import io.cryptolambda.serving.testing.TestKafka;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revisions of a candle out of a real broker's log, by the program as it is run. */
class HistoryIT {
    private static final URI NO_STORE = URI.create("http://127.0.0.1:1");
    private static final int GENERATION = 3;

    @TempDir
    private Path directory;

    @Test
    void shouldTellEveryRecordOfACandleThatTheLogHas() throws Exception {
        Random random = new Random(7);
        List<Candle> walk = Candles.randomWalk(random, "BTCUSDT", 30);
        Candle first = walk.get(20);
        Candle other = Candles.revised(random, first);
        try (TestKafka kafka = TestKafka.start(directory)) {
            for (Candle candle : walk) {
                write(kafka, candle);
            }
            RecordMetadata again = write(kafka, first);
            write(kafka, Candles.candle("ETHUSDT", 20, "1.00000000", "1.00000000"));
            RecordMetadata revision = write(kafka, other);
            kafka.writeAborted(Topics.RAW, "BTCUSDT", CandleJson.write(Candles.revised(random, first)));
            kafka.write(Topics.RAW, "BTCUSDT", "nonsense".getBytes());
            RecordMetadata back = write(kafka, first);
            EnrichedCandle newest =
                    new LayerDocuments(walk, back.partition()).candles().get(29);
            kafka.write(Topics.FEATURES, "BTCUSDT", EnrichedCandleJson.write(newest));

            try (ServingProcess serving =
                    ServingProcess.start(directory, NO_STORE, kafka.address(), "128m", "--generation=" + GENERATION)) {
                String path = "/api/v1/candles/history?symbol=BTCUSDT&interval=1m&open_time=" + first.openTime();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> serving.get(path).statusCode() == 200);
                JsonObject history = serving.json(path);

                List<JsonObject> rows = history.getJsonArray("revisions").stream()
                        .map(JsonObject.class::cast)
                        .toList();
                assertThat(rows)
                        .extracting(row -> row.getBoolean("duplicate"))
                        .as("A, A, B, A of which the second alone says nothing new")
                        .containsExactly(false, true, false, false);
                assertThat(rows)
                        .extracting(row -> row.getString("close"))
                        .containsExactly(close(first), close(first), close(other), close(first));
                assertThat(rows.subList(1, 4))
                        .extracting(row -> row.getLong("as_of"))
                        .containsExactly(position(again), position(revision), position(back));
                assertThat(rows.get(2).getLong("as_of_time"))
                        .as("the broker's append time")
                        .isEqualTo(revision.timestamp());
                assertThat(history.getInteger("partition")).isEqualTo(back.partition());
                assertThat(history.getLong("from_offset")).isZero();
                assertThat(history.getLong("to_offset")).isEqualTo(back.offset() + 1);
            }
        }
    }

    private static RecordMetadata write(TestKafka kafka, Candle candle) throws Exception {
        return kafka.write(Topics.RAW, candle.symbol(), CandleJson.write(candle));
    }

    private static String close(Candle candle) {
        return candle.market().close().toPlainString();
    }

    private static long position(RecordMetadata record) {
        return KnowledgePosition.of(GENERATION, record.offset());
    }
}
