package io.cryptolambda.batch.testing;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.BarSeedsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of seeds as the speed layer does: committed records only. */
public final class SeedReader {
    private static final TopicPartition ONLY = new TopicPartition(Topics.BARS, 0);

    private final String kafka;

    /** Creates the topic if it is not there. */
    public SeedReader(String kafka) {
        this.kafka = kafka;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Map<String, String> configuration = Topics.all().stream()
                    .filter(topic -> topic.name().equals(Topics.BARS))
                    .findFirst()
                    .orElseThrow()
                    .configuration();
            admin.createTopics(List.of(new NewTopic(Topics.BARS, 1, (short) 1).configs(configuration)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest seeds of each key. */
    public Map<String, BarSeeds> newest() {
        Map<String, BarSeeds> newest = new HashMap<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(ONLY));
            consumer.seekToBeginning(List.of(ONLY));
            long end = consumer.endOffsets(List.of(ONLY)).get(ONLY);
            while (consumer.position(ONLY) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    BarSeeds seeds = BarSeedsJson.read(record.value());
                    newest.put(new String(record.key(), StandardCharsets.UTF_8), seeds);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest;
    }
}
