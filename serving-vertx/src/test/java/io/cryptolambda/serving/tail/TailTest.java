package io.cryptolambda.serving.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final List<EnrichedCandle> CANDLES =
            new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 30), 2).candles();

    @Test
    void shouldHoldWhatKnowsMostWhateverTheOrder() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<TailDocument> documents = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                documents.add(document(random.nextInt(10), 1_000 + random.nextInt(50)));
            }
            Tail tail = new Tail(TailBounds.ofHeap(100));
            Collections.shuffle(documents, random);
            documents.forEach(tail::put);

            for (Document held : all(tail)) {
                long most = documents.stream()
                        .filter(document -> document.openTime() == held.openTime())
                        .mapToLong(TailDocument::asOf)
                        .max()
                        .orElseThrow();
                assertThat(held.asOf()).as("seed %d", seed).isEqualTo(most);
            }
        }
    }

    @Test
    void shouldHoldTheNewestUpToItsBound() throws Exception {
        Tail tail = new Tail(TailBounds.ofHeap(5));
        for (EnrichedCandle candle : CANDLES) {
            tail.put(parse(EnrichedCandleJson.write(candle)));
        }

        assertThat(all(tail))
                .extracting(Document::openTime)
                .containsExactlyElementsOf(CANDLES.subList(25, 30).stream()
                        .map(candle -> candle.candle().openTime())
                        .toList());
        assertThat(tail.partition("BTCUSDT")).hasValue(2);
        assertThat(tail.partition("ETHUSDT")).isEmpty();
        assertThat(tail.exchangeTime()).hasValue(CANDLES.get(29).candle().ingestedAt());
    }

    @Test
    void shouldHoldFewerOfEachOf500SymbolsWithinItsMemoryAndTheNewestAlways() {
        TailBounds bounds = new TailBounds(200, 8 << 20);
        Tail tail = new Tail(bounds);
        for (int minute = 0; minute < 60; minute++) {
            for (int symbol = 0; symbol < 500; symbol++) {
                tail.put(document("S" + symbol, minute, minute, 1_000));
            }
        }

        assertThat(tail.bytes()).isBetween(bounds.bytes() / 2, bounds.bytes());
        assertThat(tail.depth()).isBetween(5, 12);
        assertThat(tail.evicted()).isPositive();
        assertThat(tail.newest(Interval.ONE_MINUTE))
                .hasSize(500)
                .allMatch(document -> document.openTime() == 59 * 60_000L);
        assertThat(minutes(tail, "S7", new Range(null, null, 200)))
                .as("without a hole")
                .containsExactlyElementsOf(
                        LongStream.range(60 - tail.depth(), 60).boxed().toList());
    }

    @Test
    void shouldHoldTheNewestOfEachEvenWhereMemoryDoesNotSufficeForThat() {
        Tail tail = new Tail(new TailBounds(200, 10_000));
        for (int symbol = 0; symbol < 500; symbol++) {
            tail.put(document("S" + symbol, 0, 1, 1_000));
            tail.put(document("S" + symbol, 1, 2, 1_000));
        }

        assertThat(tail.depth()).isEqualTo(1);
        assertThat(tail.newest(Interval.ONE_MINUTE)).hasSize(500).allMatch(document -> document.openTime() == 60_000);
    }

    @Test
    void shouldGiveOneMoreThanTheLimitFromTheEndThatIsAskedFor() {
        Tail tail = new Tail(TailBounds.ofHeap(100));
        for (int minute = 0; minute < 10; minute++) {
            tail.put(document(minute, minute));
        }

        assertThat(minutes(tail, new Range(2 * 60_000L, 8 * 60_000L, 2))).containsExactly(2L, 3L, 4L);
        assertThat(minutes(tail, new Range(null, 8 * 60_000L, 2))).containsExactly(5L, 6L, 7L);
    }

    @Test
    void shouldPassOverLateCandles() throws Exception {
        EnrichedCandle candle = CANDLES.get(0);
        EnrichedCandle late =
                new EnrichedCandle(candle.candle(), null, candle.asOf(), candle.asOf(), 1, 2, false, true);

        assertThat(TailDocumentParser.parse(EnrichedCandleJson.write(late))).isEmpty();
    }

    @Test
    void shouldRefuseWhatBreaksTheContract() {
        for (String value : List.of(
                "[]",
                "{}",
                "{\"symbol\":\"A\",\"interval\":\"7m\"}",
                "{\"symbol\":\"<script>\",\"interval\":\"1m\"}",
                "{\"symbol\":\"A\",\n\"interval\":\"1m\"}",
                "{\"symbol\":\"A\",\"interval\":\"1m\",\"open_time\":1,\"as_of\":\"1\"}")) {
            assertThatThrownBy(() -> TailDocumentParser.parse(value.getBytes(StandardCharsets.UTF_8)))
                    .as(value)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Document> all(Tail tail) {
        return tail.documents("BTCUSDT", Interval.ONE_MINUTE, new Range(null, null, 1_000)).stream()
                .map(TailDocument::toDocument)
                .toList();
    }

    private static List<Long> minutes(Tail tail, Range range) {
        return minutes(tail, "BTCUSDT", range);
    }

    private static List<Long> minutes(Tail tail, String symbol, Range range) {
        return tail.documents(symbol, Interval.ONE_MINUTE, range).stream()
                .map(document -> document.openTime() / 60_000)
                .toList();
    }

    private static TailDocument parse(byte[] value) throws Exception {
        return TailDocumentParser.parse(value).orElseThrow();
    }

    private static TailDocument document(int minute, long asOf) {
        return document("BTCUSDT", minute, asOf, 2);
    }

    private static TailDocument document(String symbol, int minute, long asOf, int bytes) {
        SeriesKey key = new SeriesKey(symbol, Interval.ONE_MINUTE);
        byte[] json = ("{" + " ".repeat(bytes - 2) + "}").getBytes(StandardCharsets.UTF_8);
        return new TailDocument(key, minute * 60_000L, asOf, 0, true, null, json);
    }
}
