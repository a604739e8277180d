package io.cryptolambda.serving.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reader on Kafka's own mock of its consumer. */
class TailReaderTest {
    private static final TopicPartition FEATURES = new TopicPartition(Topics.FEATURES, 0);
    private static final TopicPartition INDICATORS = new TopicPartition(Topics.INDICATORS, 0);
    private static final List<EnrichedCandle> CANDLES =
            new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 3), 0).candles();

    private final Tail tail = new Tail(TailBounds.ofHeap(10));
    private final EventLog events = new EventLog(10);
    private final TailMetrics metrics = TailMetrics.in(new SimpleMeterRegistry(), tail);
    private final AtomicInteger opened = new AtomicInteger();
    private TailReader reader;

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void shouldBeCurrentOnceItHasReadWhatWasThereAndGoOn() {
        MockConsumer<byte[], byte[]> consumer = consumer(0, 2);
        consumer.schedulePollTask(() -> record(consumer, 0, EnrichedCandleJson.write(CANDLES.get(0))));
        consumer.schedulePollTask(() -> {
            assertThat(reader.current()).as("one record behind").isFalse();
            record(consumer, 1, EnrichedCandleJson.write(CANDLES.get(1)));
        });
        start(consumer);
        Awaitility.await().until(reader::current);

        consumer.schedulePollTask(() -> record(consumer, 2, EnrichedCandleJson.write(CANDLES.get(2))));

        Awaitility.await().until(() -> events.last() == 3);
        assertThat(tail.changes()).isEqualTo(3);
    }

    @Test
    void shouldBeginABoundedStretchBeforeTheEnd() {
        MockConsumer<byte[], byte[]> consumer = consumer(0, 1_000_000);
        start(consumer);

        Awaitility.await().until(() -> !consumer.assignment().isEmpty() && consumer.position(FEATURES) > 0);

        assertThat(consumer.position(FEATURES)).isEqualTo(990_000);
    }

    @Test
    void shouldCountWhatBreaksTheContractAndGoOn() {
        MockConsumer<byte[], byte[]> consumer = consumer(0, 2);
        consumer.schedulePollTask(() -> {
            record(consumer, 0, "nonsense".getBytes());
            record(consumer, 1, EnrichedCandleJson.write(CANDLES.get(1)));
        });
        start(consumer);

        Awaitility.await().until(() -> events.last() == 1);
        assertThat(metrics.rejected().count()).isEqualTo(1);
    }

    @Test
    void shouldBeginAgainWhereKafkaFails() {
        MockConsumer<byte[], byte[]> failing = consumer(0, 0);
        failing.schedulePollTask(() -> {
            throw new KafkaException("away");
        });
        MockConsumer<byte[], byte[]> consumer = consumer(0, 1);
        consumer.schedulePollTask(() -> record(consumer, 0, EnrichedCandleJson.write(CANDLES.get(0))));
        start(failing, consumer);

        Awaitility.await().until(() -> events.last() == 1);
        assertThat(metrics.failures().count()).isEqualTo(1);
    }

    @SafeVarargs
    private void start(Consumer<byte[], byte[]>... consumers) {
        reader = new TailReader(
                () -> consumers[Math.min(opened.getAndIncrement(), consumers.length - 1)], tail, events, metrics);
        reader.start();
    }

    private static MockConsumer<byte[], byte[]> consumer(long begin, long end) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        for (TopicPartition partition : List.of(FEATURES, INDICATORS)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(FEATURES, begin, INDICATORS, 0L));
        consumer.updateEndOffsets(Map.of(FEATURES, end, INDICATORS, 0L));
        return consumer;
    }

    private static void record(MockConsumer<byte[], byte[]> consumer, long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(Topics.FEATURES, 0, offset, new byte[0], value));
    }
}
