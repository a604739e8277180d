package io.cryptolambda.serving.follow;

import io.cryptolambda.core.access.KafkaAccess;
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

/**
 * Topics that are followed.
 *
 * @param name of the follower, in logs and as its thread's
 * @param stretch by topic, how many offsets before a partition's end the reading begins
 */
public record Followed(String name, Map<String, Long> stretch) {
    /** A stretch that reaches back to the first record there is. */
    public static final long ALL = Long.MAX_VALUE;

    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** A consumer of committed records that leaves no trace on the broker. */
    public Consumer<byte[], byte[]> consumer(KafkaAccess kafka) {
        return new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "crypto-serving-" + name,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Assigns every partition, each from its stretch before the end on. Returns the ends of those that hold something;
     * empty if not all topics exist.
     */
    Optional<Map<TopicPartition, Long>> assign(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : stretch.keySet()) {
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
                starts.put(partition, Math.max(beginnings.get(partition), end - stretch.get(partition.topic()))));
        starts.forEach(consumer::seek);
        return Optional.of(ends.entrySet().stream()
                .filter(end -> end.getValue() > starts.get(end.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
