package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The live topics and how far back they are read when the tail is built. */
final class TailTopics {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    // A candle brings one feature document and up to five bars.
    private static final Map<String, Long> STRETCH = Map.of(Topics.FEATURES, 10_000L, Topics.INDICATORS, 50_000L);

    private TailTopics() {}

    static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "crypto-serving-tail",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Assigns every partition, each from a bounded stretch before its end on. Returns the ends of those that hold
     * something; empty if not all topics exist.
     */
    static Optional<Map<TopicPartition, Long>> assign(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : STRETCH.keySet()) {
            List<TopicPartition> found = consumer.partitionsFor(topic, ANSWER).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            partitions.addAll(found);
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> starts = new HashMap<>();
        ends.forEach((partition, end) ->
                starts.put(partition, Math.max(beginnings.get(partition), end - STRETCH.get(partition.topic()))));
        starts.forEach(consumer::seek);
        return Optional.of(ends.entrySet().stream()
                .filter(end -> end.getValue() > starts.get(end.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
