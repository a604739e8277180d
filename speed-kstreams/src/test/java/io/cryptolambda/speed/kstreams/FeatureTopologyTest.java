package io.cryptolambda.speed.kstreams;

import static io.cryptolambda.core.testing.Candles.START;
import static io.cryptolambda.core.testing.Candles.candle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FeatureTopologyTest {
    private static final byte[] KEY = "BTCUSDT".getBytes(UTF_8);
    private static final long BEGINNING = KnowledgePosition.of(1, 0);

    private final FeatureMetrics metrics = new FeatureMetrics(new SimpleMeterRegistry());
    private TopologyTestDriver driver;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        driver = driver("first");
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldWriteCandlesWithFeaturesUnderTheSameKey() throws IOException {
        send(candle(0, "100"));
        send(candle(1, "110"));

        List<TestRecord<byte[], byte[]>> records = output(Topics.FEATURES).readRecordsToList();

        assertThat(records).hasSize(2).allMatch(record -> new String(record.key(), UTF_8).equals("BTCUSDT"));
        EnrichedCandle second = EnrichedCandleJson.read(records.get(1).value());
        assertThat(second.candle()).isEqualTo(candle(1, "110"));
        assertThat(second.features().get(Feature.LOG_RETURN_1)).isEqualTo(StrictMath.log(1.1));
        assertThat(second.asOf()).isEqualTo(BEGINNING + 1);
        assertThat(second.complete()).isTrue();
    }

    @Test
    void shouldKeepTheDeadLettersOutOfTheWayOfTheRest() throws IOException {
        String valid = text(candle(0, "100"));
        send(candle(0, "100"));
        send(KEY, "no candle");
        send(KEY, valid.replace("\"volume\":\"1.5", "\"volume\":\"-1.5"));
        send(KEY, valid.replace("\"high\":\"100", "\"high\":\"99"));
        send("ETHUSDT".getBytes(UTF_8), valid);
        send(null, valid);
        send(KEY, null);
        send(candle(1, "110"));

        List<TestRecord<byte[], byte[]>> letters = output(Topics.DEAD_LETTERS).readRecordsToList();

        assertThat(letters)
                .extracting(letter -> header(letter, "error"))
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("not valid JSON"),
                        error -> assertThat(error).isEqualTo("volume must not be negative"),
                        error -> assertThat(error).isEqualTo("high must not be below open or close"),
                        error -> assertThat(error).isEqualTo("key is not the symbol"),
                        error -> assertThat(error).isEqualTo("key is missing"),
                        error -> assertThat(error).isEqualTo("value is missing"));
        assertThat(letters)
                .extracting(letter -> header(letter, "offset"))
                .containsExactly("1", "2", "3", "4", "5", "6");
        TestRecord<byte[], byte[]> first = letters.get(0);
        assertThat(header(first, "stage")).isEqualTo("speed-kstreams");
        assertThat(header(first, "topic")).isEqualTo(Topics.RAW);
        assertThat(header(first, "partition")).isEqualTo("0");
        assertThat(first.key()).isEqualTo(KEY);
        assertThat(first.value()).isEqualTo("no candle".getBytes(UTF_8));
        assertThat(letters.get(4).key()).isNull();
        assertThat(metrics.deadLetters()).isEqualTo(6);
        EnrichedCandle last = documents().get(1);
        assertThat(last.asOf()).isEqualTo(BEGINNING + 7);
        assertThat(last.complete()).as("a refused record is no hole").isTrue();
        assertThat(metrics.holes()).isZero();
    }

    @Test
    void shouldCutADeadLetterThatWouldNotFitItsTopic() {
        send(new byte[10_000], "x".repeat(1_040_000));

        TestRecord<byte[], byte[]> letter = output(Topics.DEAD_LETTERS).readRecord();

        assertThat(letter.key()).hasSize(DeadLetter.LONGEST_KEY);
        assertThat(letter.value()).hasSize(DeadLetter.LONGEST_VALUE);
        assertThat(header(letter, "error")).endsWith("(key or value cut)");
    }

    @Test
    void shouldFlagALateCandleByItsOwnSymbolAlone() throws IOException {
        send(candle("ETHUSDT", 3 * 24 * 60, "50", "1"));
        send(candle(24 * 60 + 1, "100"));
        send(candle(0, "99"));
        send(candle(1, "98"));

        assertThat(documents()).extracting(EnrichedCandle::late).containsExactly(false, false, true, false, false);
        assertThat(metrics.count(Outcome.LATE)).isEqualTo(1);
        assertThat(metrics.documents()).isEqualTo(5);
    }

    @Test
    void shouldKeepApartSymbolsOfWhichOneBeginsAsTheOther() throws IOException {
        send(candle("BTC", 0, "1", "1"));
        send(candle("BTCUSDT", 1, "2", "1"));
        send(candle("BTC", 2, "3", "1"));

        driver = restarted();
        send(candle("BTC", 3, "4", "1"));

        assertThat(documents().get(0).features().lookback()).isEqualTo(3);
    }

    @Test
    void shouldGoOnFromItsStoresWithTheSameResults() throws IOException {
        List<Candle> candles = Candles.randomWalk(new Random(5), "BTCUSDT", 1_800);
        candles.forEach(this::send);
        List<EnrichedCandle> uninterrupted = documents();

        driver.close();
        driver = driver("second");
        candles.subList(0, 1_700).forEach(this::send);
        driver = restarted();
        candles.subList(1_700, 1_800).forEach(this::send);

        assertThat(documents())
                .extracting(EnrichedCandle::features, EnrichedCandle::complete)
                .containsExactlyElementsOf(uninterrupted.subList(1_700, 1_800).stream()
                        .map(document -> tuple(document.features(), document.complete()))
                        .toList());
    }

    @Test
    void shouldGoOnFromAStoreOfTheFormerVersion() throws IOException {
        List<Candle> candles = Candles.randomWalk(new Random(5), "BTCUSDT", 1_800);
        candles.forEach(this::send);
        List<EnrichedCandle> uninterrupted = documents();

        driver.close();
        driver = driver("second");
        candles.subList(0, 1_700).forEach(this::send);
        driver = restarted(FeatureTopologyTest::copyInFormerForm);
        candles.subList(1_700, 1_800).forEach(this::send);

        assertThat(documents())
                .extracting(EnrichedCandle::features, EnrichedCandle::complete)
                .containsExactlyElementsOf(uninterrupted.subList(1_700, 1_800).stream()
                        .map(document -> tuple(document.features(), document.complete()))
                        .toList());
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(FeatureTopology.CANDLE_STORE);
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            assertThat(all).toIterable().isNotEmpty().noneMatch(entry -> CandleChunk.isOfFormerForm(entry.value));
        }
    }

    @Test
    void shouldKeepNoMoreThanTheHorizonAndTheLookbackBeforeIt() {
        Candles.randomWalk(new Random(5), "BTCUSDT", 2_500).forEach(this::send);

        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(FeatureTopology.CANDLE_STORE);
        int held = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                held += CandleChunk.decode(all.next().value).candles().size();
            }
        }

        // What is not needed any more is forgotten in strides, and by whole quarters of an hour.
        assertThat(held).isBetween(24 * 60 + 1 + 61, 24 * 60 + 1 + 61 + 32 + 15);
    }

    private interface Copy {
        void put(KeyValueStore<Bytes, byte[]> target, Bytes key, byte[] value);
    }

    private TopologyTestDriver restarted() {
        return restarted(KeyValueStore::put);
    }

    /** A new task on the stores of the present one, as they are restored from the changelog; its log begins anew. */
    private TopologyTestDriver restarted(Copy candles) {
        TopologyTestDriver next = driver("restarted");
        copy(next, FeatureTopology.CANDLE_STORE, candles);
        copy(next, FeatureTopology.KNOWLEDGE_STORE, KeyValueStore::put);
        next.<Bytes, byte[]>getKeyValueStore(FeatureTopology.KNOWLEDGE_STORE).delete(PartitionLog.KEY);
        driver.close();
        return next;
    }

    /** Each candle as a value of its own: position, append time, JSON. */
    private static void copyInFormerForm(KeyValueStore<Bytes, byte[]> target, Bytes key, byte[] value) {
        for (LoggedCandle logged : CandleChunk.decode(value).candles()) {
            ByteBuffer formerKey = ByteBuffer.wrap(key.get().clone());
            formerKey.putLong(formerKey.capacity() - Long.BYTES, logged.candle().openTime());
            byte[] json = CandleJson.write(logged.candle());
            byte[] former = ByteBuffer.allocate(2 * Long.BYTES + json.length)
                    .putLong(logged.position())
                    .putLong(logged.appendTime())
                    .put(json)
                    .array();
            target.put(Bytes.wrap(formerKey.array()), former);
        }
    }

    private void copy(TopologyTestDriver to, String name, Copy copy) {
        KeyValueStore<Bytes, byte[]> target = to.getKeyValueStore(name);
        KeyValueStore<Bytes, byte[]> source = driver.getKeyValueStore(name);
        try (KeyValueIterator<Bytes, byte[]> all = source.all()) {
            all.forEachRemaining(entry -> copy.put(target, entry.key, entry.value));
        }
    }

    private TopologyTestDriver driver(String name) {
        StreamsOptions options = new StreamsOptions();
        CommandLine.populateCommand(options.kafka, "--kafka", "127.0.0.1:1");
        options.stateDirectory = directory.resolve(name);
        options.commitInterval = Duration.ofMillis(100);
        options.threads = 1;
        Properties properties = StreamsProperties.of(options);
        return new TopologyTestDriver(
                FeatureTopology.build(Duration.ofHours(24), options.commitInterval, 1, metrics), properties);
    }

    private void send(Candle candle) {
        send(candle.symbol().getBytes(UTF_8), text(candle));
    }

    private void send(byte[] key, String value) {
        TestInputTopic<byte[], byte[]> raw =
                driver.createInputTopic(Topics.RAW, new ByteArraySerializer(), new ByteArraySerializer());
        raw.pipeInput(key, value == null ? null : value.getBytes(UTF_8), START);
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<EnrichedCandle> documents() throws IOException {
        List<EnrichedCandle> documents = new ArrayList<>();
        for (byte[] value : output(Topics.FEATURES).readValuesToList()) {
            documents.add(EnrichedCandleJson.read(value));
        }
        return documents;
    }

    private static String text(Candle candle) {
        return new String(CandleJson.write(candle), UTF_8);
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
