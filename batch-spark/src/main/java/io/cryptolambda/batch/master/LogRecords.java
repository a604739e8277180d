package io.cryptolambda.batch.master;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of some stretches of the raw topic, one stretch after the other, read by a consumer of its own.
 * Spark's source for Kafka would copy each record three times on its way here.
 */
final class LogRecords implements Iterator<LogRecord>, AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final Map<String, Object> SETTINGS = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            // Never to read on from somewhere else than told.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            4 * 1024 * 1024);

    private final Consumer<byte[], byte[]> consumer;
    private final Deque<OffsetRange> ranges;
    private TopicPartition partition;
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();
    private LogRecord next;

    /** @param kafka where the log is */
    LogRecords(KafkaAccess kafka, List<OffsetRange> ranges) {
        this.consumer =
                new KafkaConsumer<>(kafka.with(SETTINGS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.ranges = new ArrayDeque<>(ranges);
        begin();
    }

    /**
     * @throws LogLostException if a record that should be there has expired
     * @throws IllegalStateException if the broker sends nothing for two minutes
     */
    @Override
    public boolean hasNext() {
        while (next == null && !ranges.isEmpty()) {
            if (fetched.hasNext()) {
                take(fetched.next());
            } else if (consumer.position(partition) >= ranges.element().to()) {
                ranges.remove();
                begin();
            } else {
                fetch();
            }
        }
        return next != null;
    }

    @Override
    public LogRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LogRecord record = next;
        next = null;
        return record;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void begin() {
        fetched = Collections.emptyIterator();
        if (!ranges.isEmpty()) {
            partition = new TopicPartition(Topics.RAW, ranges.element().partition());
            consumer.assign(List.of(partition));
            consumer.seek(partition, ranges.element().from());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < ranges.element().to()) {
            next = new LogRecord(record.partition(), record.offset(), record.timestamp(), record.key(), record.value());
        }
    }

    /** What lies between two records, such as the end of a transaction, moves the position though nothing is returned. */
    private void fetch() {
        long before = consumer.position(partition);
        long deadline = System.nanoTime() + LONGEST_SILENCE.toNanos();
        try {
            do {
                fetched = consumer.poll(POLL).iterator();
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the broker sent nothing of partition " + partition.partition()
                            + " from offset " + before + " on for " + LONGEST_SILENCE.toSeconds() + " s");
                }
            } while (!fetched.hasNext() && consumer.position(partition) == before);
        } catch (OffsetOutOfRangeException e) {
            throw new LogLostException("the log has lost records while they were archived: partition "
                    + partition.partition() + " no longer has offset " + before
                    + "; nothing of this run was stored, run archive again");
        }
    }
}
