package io.cryptolambda.batch.faults;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** The log, made anew for a test, and real candles to write to it. */
final class RawLogForTests implements AutoCloseable {
    private static final String EXCHANGE = "binance";

    private final KafkaProducer<byte[], byte[]> producer;

    private RawLogForTests() {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Servers.shared().kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Deletes all topics and creates them again, each with {@code partitions} partitions. */
    static RawLogForTests fresh(int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.shared().kafka()))) {
            Set<String> ours = Topics.all().stream().map(Topics.Topic::name).collect(Collectors.toSet());
            ours.retainAll(admin.listTopics().names().get());
            admin.deleteTopics(ours).all().get();
            Awaitility.await("topics deleted").atMost(Duration.ofSeconds(30)).until(() -> {
                Set<String> left = Set.copyOf(admin.listTopics().names().get());
                return ours.stream().noneMatch(left::contains);
            });
            List<NewTopic> topics = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), partitions, (short) 1).configs(topic.configuration()))
                    .toList();
            admin.createTopics(topics).all().get();
        }
        return new RawLogForTests();
    }

    /** The exchange's own candles of a day. */
    static List<Candle> day(String symbol, String day) {
        try {
            return ArchiveFile.of(RealData.dailyZip(symbol, "1m", day))
                    .orElseThrow()
                    .candles(EXCHANGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes candles. */
    void write(List<Candle> candles) {
        candles.forEach(candle -> write(candle.symbol(), CandleJson.write(candle)));
        producer.flush();
    }

    /** Writes something that is no candle. */
    void writePoison(String symbol) {
        write(symbol, "{\"this is\": \"no candle\"".getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    private void write(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.RAW, key.getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
