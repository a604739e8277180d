package io.cryptolambda.e2e;

import io.cryptolambda.core.DeadLetterHeaders;
import io.cryptolambda.core.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies in the dead letter topic. */
final class DeadLetters {
    private DeadLetters() {}

    /** Value of each dead letter to its reason; all that there is at the moment. */
    static Map<String, String> read(String kafka) {
        Map<String, String> letters = new TreeMap<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> letters.put(record.value(), reason(record.headers())));
            }
        }
        return letters;
    }

    private static String reason(Headers headers) {
        return new String(headers.lastHeader(DeadLetterHeaders.ERROR).value(), StandardCharsets.UTF_8);
    }
}
