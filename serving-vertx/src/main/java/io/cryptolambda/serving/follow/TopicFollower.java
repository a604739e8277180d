package io.cryptolambda.serving.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics on a thread of its own, from a stretch before their ends on. Where Kafka fails it begins again after a
 * pause, so records may be handed over twice.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long CLOSE_SECONDS = 5;

    private final Followed followed;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Reader reader;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final BrokerContact contact = new BrokerContact(System::nanoTime);
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean live;

    /** Where the records go; called on the follower's thread. */
    public interface Reader {
        /** Takes records, those of one partition in order. */
        void take(ConsumerRecords<byte[], byte[]> records);

        /** Kafka has failed; the reading begins again. */
        default void failed() {}
    }

    /**
     * @param followed which topics
     * @param consumers makes a consumer
     */
    public TopicFollower(Followed followed, Supplier<Consumer<byte[], byte[]>> consumers, Reader reader) {
        this.followed = followed;
        this.consumers = consumers;
        this.reader = reader;
        this.thread = new Thread(this::run, followed.name());
    }

    /** Begins to read. */
    public TopicFollower start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Whether everything that was there when the reading began has been handed over, and Kafka has not failed since. */
    public boolean live() {
        return live;
    }

    /** Whether it is live and brokers answered lately: then nothing that is in the topics is missing. */
    public boolean current() {
        return live && contact.isKept();
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!closed(0)) {
            try (Consumer<byte[], byte[]> opened = consumers.get()) {
                consumer = opened;
                if (closed(0)) {
                    return; // closed before there was a consumer to wake up
                }
                var ends = followed.assign(opened);
                if (ends.isPresent()) {
                    pause = FIRST_PAUSE_MILLIS;
                    follow(opened, new HashMap<>(ends.get()));
                } else {
                    LOG.info("event={}_waits reason=\"not all topics exist\"", followed.name());
                }
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                reader.failed();
                LOG.warn("event={}_failed pause_ms={} error=\"{}\"", followed.name(), pause, e.toString());
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
        contact.begin(opened);
        while (true) {
            if (!live) {
                behind.entrySet().removeIf(end -> opened.position(end.getKey()) >= end.getValue());
                if (behind.isEmpty()) {
                    live = true;
                    LOG.info("event={}_live", followed.name());
                }
            }
            ConsumerRecords<byte[], byte[]> records = opened.poll(POLL);
            if (!records.isEmpty()) {
                reader.take(records);
            }
            contact.polled();
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
