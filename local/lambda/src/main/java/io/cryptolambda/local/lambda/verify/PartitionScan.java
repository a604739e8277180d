package io.cryptolambda.local.lambda.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of a partition by offset, in no consumer group. Not for several threads. */
final class PartitionScan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_WITHOUT_PROGRESS = 150;

    private final KafkaConsumer<byte[], byte[]> consumer;

    PartitionScan(String kafka) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Gives every record with an offset from {@code from} to before {@code to} to {@code reader}, in order.
     *
     * @throws IllegalStateException if the broker gives nothing for half a minute
     */
    void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        seek(partition, from);
        int idle = 0;
        while (consumer.position(partition) < to) {
            long before = consumer.position(partition);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                if (record.offset() < to) {
                    reader.accept(record);
                }
            }
            idle = consumer.position(partition) > before ? 0 : idle + 1;
            if (idle == POLLS_WITHOUT_PROGRESS) {
                throw new IllegalStateException(partition + " gives nothing from offset " + before + " on");
            }
        }
    }

    /**
     * Whether nothing but transaction markers and aborted records lies from {@code from} to before {@code to}; false as
     * well while a transaction in between is not decided.
     */
    boolean isEmpty(TopicPartition partition, long from, long to) {
        seek(partition, from);
        for (int attempt = 0; attempt < 5 && consumer.position(partition) < to; attempt++) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (!records.isEmpty()) {
                return records.get(0).offset() >= to;
            }
        }
        return consumer.position(partition) >= to;
    }

    /** Start offsets of partitions. */
    Map<TopicPartition, Long> beginnings(List<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void seek(TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
    }
}
