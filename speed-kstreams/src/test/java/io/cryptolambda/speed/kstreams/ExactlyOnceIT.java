package io.cryptolambda.speed.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.server.KafkaServer;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.NaiveEmissions;
import io.cryptolambda.speed.kstreams.candles.SeededLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program against a real broker, killed and rescaled while it works. */
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class ExactlyOnceIT {
    static final Duration HORIZON = Duration.ofMinutes(100);
    private static final int PARTITIONS = 4;
    private static final int CANDLES = 1_500;
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "ADAUSDT");
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private KafkaServer kafka;
    private Admin admin;

    @BeforeEach
    void startBroker() throws Exception {
        kafka = KafkaServer.start(folder);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.address()));
        admin.createTopics(Topics.all().stream()
                        .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.configuration()))
                        .toList())
                .all()
                .get();
    }

    @AfterEach
    void stopBroker() {
        admin.close();
        kafka.close();
    }

    @Test
    void shouldWriteEveryResultOnceThroughKillsAndRescaling() throws Exception {
        List<List<LoggedCandle>> logs = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            logs.add(SeededLog.of(new Random(symbol.hashCode()), symbol, CANDLES, (int) HORIZON.toMinutes()));
        }
        try (StreamsInstance first = new StreamsInstance(folder, kafka.address(), "first").start();
                StreamsInstance second = new StreamsInstance(folder, kafka.address(), "second").start();
                StreamsInstance third = new StreamsInstance(folder, kafka.address(), "third")) {
            awaitReady(first, second);
            send(logs, 0, 1);
            second.kill();
            send(logs, 1, 2);
            second.start();
            third.start();
            send(logs, 2, 3);
            awaitReady(first, second, third);
            send(logs, 3, 4);
            first.leave();
            third.kill();
            third.start();
            send(logs, 4, 5);
            awaitDrained();
        }

        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(read(Topics.FEATURES, partition).stream()
                            .map(record -> features(record.value()))
                            .toList())
                    .as("partition %d", partition)
                    .containsExactlyElementsOf(NaiveEmissions.of(read(Topics.RAW, partition), partition, HORIZON));
        }
    }

    private static void awaitReady(StreamsInstance... instances) {
        for (StreamsInstance instance : instances) {
            await().atMost(LIMIT).until(instance::isReady);
        }
    }

    /** Sends the fifths from {@code from} to before {@code to} of each symbol's log. */
    private void send(List<List<LoggedCandle>> logs, int from, int to) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.address(),
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            for (List<LoggedCandle> log : logs) {
                for (LoggedCandle logged : log.subList(log.size() * from / 5, log.size() * to / 5)) {
                    byte[] symbol = logged.candle().symbol().getBytes(StandardCharsets.UTF_8);
                    producer.send(new ProducerRecord<>(Topics.RAW, symbol, CandleJson.write(logged.candle())));
                }
            }
        }
    }

    /** Everything sent is committed as read. */
    private void awaitDrained() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            Map<TopicPartition, Long> ends;
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                ends = consumer.endOffsets(partitions());
            }
            Map<TopicPartition, Long> committed = CommittedOffsets.of(admin);
            ends.forEach((partition, end) -> assertThat(committed.getOrDefault(partition, 0L))
                    .as(partition.toString())
                    .isEqualTo(end));
        });
    }

    private static List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(Topics.RAW, partition));
        }
        return partitions;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
        TopicPartition of = new TopicPartition(topic, partition);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(of));
            consumer.seekToBeginning(List.of(of));
            long end = consumer.endOffsets(List.of(of)).get(of);
            while (consumer.position(of) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                kafka.address(),
                "isolation.level",
                "read_committed",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
    }

    private static EnrichedCandle features(byte[] value) {
        try {
            return EnrichedCandleJson.read(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
