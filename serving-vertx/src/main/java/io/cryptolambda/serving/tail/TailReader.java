package io.cryptolambda.serving.tail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the live topics on a thread of its own, from a bounded stretch before their ends on, and keeps tail and event
 * log up to date. Where Kafka fails it begins again after a pause; what is read twice changes nothing.
 */
public final class TailReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long CLOSE_SECONDS = 5;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Tail tail;
    private final EventLog events;
    private final TailMetrics metrics;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tail");
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean live;

    /** @param bootstrapServers such as {@code 127.0.0.1:9092} */
    public TailReader(String bootstrapServers, Tail tail, EventLog events, TailMetrics metrics) {
        this(() -> TailTopics.consumer(bootstrapServers), tail, events, metrics);
    }

    /** @param consumers makes a consumer of the live topics */
    TailReader(Supplier<Consumer<byte[], byte[]>> consumers, Tail tail, EventLog events, TailMetrics metrics) {
        this.consumers = consumers;
        this.tail = tail;
        this.events = events;
        this.metrics = metrics;
    }

    /** Begins to read. */
    public TailReader start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Whether everything that was there when the reading began is in the tail, and Kafka has not failed since. */
    public boolean live() {
        return live;
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed(0)) {
            try (Consumer<byte[], byte[]> opened = consumers.get()) {
                consumer = opened;
                if (closed(0)) {
                    return; // closed before there was a consumer to wake up
                }
                var ends = TailTopics.assign(opened);
                if (ends.isPresent()) {
                    pause = FIRST_PAUSE_MILLIS;
                    follow(opened, new HashMap<>(ends.get()));
                } else {
                    LOG.info("event=tail_waits reason=\"not all topics exist\"");
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                metrics.failures().increment();
                LOG.warn("event=tail_failed pause_ms={} error=\"{}\"", pause, e.toString());
            } finally {
                live = false;
            }
            if (closed(pause)) {
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void follow(Consumer<byte[], byte[]> opened, Map<TopicPartition, Long> behind) {
        while (true) {
            if (!live) {
                behind.entrySet().removeIf(end -> opened.position(end.getKey()) >= end.getValue());
                if (behind.isEmpty()) {
                    live = true;
                    LOG.info("event=tail_live documents={}", tail.changes());
                }
            }
            take(opened.poll(POLL));
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        List<TailDocument> taken = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                TailDocumentParser.parse(record.value()).ifPresent(document -> {
                    if (tail.put(document)) {
                        taken.add(document);
                    } else {
                        metrics.older().increment();
                    }
                });
            } catch (IOException | IllegalArgumentException | ArithmeticException e) {
                metrics.rejected().increment();
                LOG.debug("event=tail_rejected offset={} reason=\"{}\"", record.offset(), e.getMessage());
            }
        }
        if (!taken.isEmpty()) {
            metrics.taken().increment(taken.size());
            events.append(taken);
        }
    }

    private boolean closed(long withinMillis) {
        try {
            return closing.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
