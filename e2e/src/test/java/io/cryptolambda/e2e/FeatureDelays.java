package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How long after a raw record its features were in the log, by the broker's clock. */
final class FeatureDelays {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FeatureDelays() {}

    /** The longest, of raw records taken in from {@code since} on. */
    static Duration longest(String kafka, Instant since) throws IOException {
        long longest = 0;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.FEATURES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    long taken = MAPPER.readTree(record.value())
                            .required("as_of_time")
                            .asLong();
                    if (taken >= since.toEpochMilli()) {
                        longest = Math.max(longest, record.timestamp() - taken);
                    }
                }
            }
        }
        return Duration.ofMillis(longest);
    }
}
