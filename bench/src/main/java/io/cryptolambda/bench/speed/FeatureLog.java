package io.cryptolambda.bench.speed;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a contender wrote to the features topic.
 *
 * @param documents how many
 * @param checksum of all of them, whatever their order, but for the broker's own times
 * @param recordsPerSecond over the last four fifths, by the broker's clock
 */
record FeatureLog(int documents, long checksum, double recordsPerSecond) {
    /** Share of the documents that are not counted. */
    static final double WARM = 0.2;

    private static final double MILLIS = 1e3;

    static FeatureLog read(String kafka) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("max.partition.fetch.bytes", 8 << 20);
        long checksum = 0;
        long[] times = new long[1 << 20];
        int documents = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FEATURES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    checksum += checksum(record.value());
                    if (documents == times.length) {
                        times = Arrays.copyOf(times, 2 * documents);
                    }
                    times[documents++] = record.timestamp();
                }
            }
        }
        Arrays.sort(times, 0, documents);
        int warm = (int) (documents * WARM);
        double seconds = (times[documents - 1] - times[warm]) / MILLIS;
        return new FeatureLog(documents, checksum, (documents - warm) / seconds);
    }

    private static long checksum(byte[] value) {
        try {
            EnrichedCandle written = EnrichedCandleJson.read(value);
            EnrichedCandle timeless = new EnrichedCandle(
                    written.candle(),
                    written.features(),
                    written.candlePosition(),
                    written.asOf(),
                    0,
                    written.partition(),
                    written.complete(),
                    written.late());
            CRC32C crc = new CRC32C();
            crc.update(EnrichedCandleJson.write(timeless));
            return crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
