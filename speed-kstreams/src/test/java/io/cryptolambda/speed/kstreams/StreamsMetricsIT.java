package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running program tells Prometheus, against a real broker. */
class StreamsMetricsIT {
    private static final int CANDLES = 400;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void shouldCountWhateverHappensToARecordAndTellLagAndRestore() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder);
                StreamsInstance instance = new StreamsInstance(folder, kafka.address(), "only")) {
            createTopics(kafka.address());
            instance.start();
            send(kafka.address());
            // One duplicate, one revision, one beyond the horizon and one that is no candle.
            await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(instance.metrics())
                    .contains("speed_kstreams_records_total{outcome=\"new\"} " + CANDLES + ".0")
                    .contains("speed_kstreams_records_total{outcome=\"duplicate\"} 1.0")
                    .contains("speed_kstreams_records_total{outcome=\"revised\"} 1.0")
                    .contains("speed_kstreams_records_total{outcome=\"late\"} 1.0")
                    .contains("speed_kstreams_records_total{outcome=\"dead_letter\"} 1.0")
                    .contains("speed_kstreams_restore_remaining 0.0")
                    .contains("speed_kstreams_lag{partition=\"0\"} 0.0")
                    .contains("speed_kstreams_documents_total"));
            await().atMost(LIMIT).until(instance::isReady);
            // Of a transaction that has not ended nothing would be restored.
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
                await().atMost(LIMIT).until(() -> CommittedOffsets.sum(admin) == CANDLES + 4);
            }

            instance.kill();
            delete(folder.resolve("only"));
            instance.start();

            await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(instance.metrics())
                    .containsPattern("speed_kstreams_restored_records_total [1-9]"));
            await().atMost(LIMIT).until(instance::isReady);
        }
    }

    private static void createTopics(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(Topics.all().stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1).configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void send(String kafka) {
        List<Candle> candles = Candles.randomWalk(new Random(5), "BTCUSDT", CANDLES);
        List<byte[]> values = new ArrayList<>();
        candles.forEach(candle -> values.add(CandleJson.write(candle)));
        Candle newest = candles.get(CANDLES - 1);
        values.add(CandleJson.write(newest));
        values.add(CandleJson.write(Candles.revised(new Random(6), newest)));
        values.add(CandleJson.write(candles.get(0)));
        values.add("no candle".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            values.forEach(value ->
                    producer.send(new ProducerRecord<>(Topics.RAW, "BTCUSDT".getBytes(StandardCharsets.UTF_8), value)));
        }
    }

    private static void delete(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
