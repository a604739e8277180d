package io.cryptolambda.serving.tail;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.serving.follow.Followed;
import io.cryptolambda.serving.follow.TopicFollower;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tail and event log up to date from the live topics, a bounded stretch before their ends on; what is read twice
 * changes nothing.
 */
public final class TailReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);

    // A candle brings one feature document and up to five bars.
    private static final Followed LIVE_TOPICS =
            new Followed("tail", Map.of(Topics.FEATURES, 10_000L, Topics.INDICATORS, 50_000L));

    private final Tail tail;
    private final EventLog events;
    private final TailMetrics metrics;
    private final TopicFollower follower;
    private boolean wasLive;

    /** @param kafka where the topics are */
    public TailReader(KafkaAccess kafka, Tail tail, EventLog events, TailMetrics metrics) {
        this(() -> LIVE_TOPICS.consumer(kafka), tail, events, metrics);
    }

    /** @param consumers makes a consumer of the live topics */
    TailReader(Supplier<Consumer<byte[], byte[]>> consumers, Tail tail, EventLog events, TailMetrics metrics) {
        this.tail = tail;
        this.events = events;
        this.metrics = metrics;
        this.follower = new TopicFollower(LIVE_TOPICS, consumers, new TopicFollower.Reader() {
            @Override
            public void take(ConsumerRecords<byte[], byte[]> records) {
                TailReader.this.take(records);
            }

            @Override
            public void failed() {
                metrics.failures().increment();
            }
        });
    }

    /** Begins to read. */
    public TailReader start() {
        follower.start();
        return this;
    }

    /** Whether everything in the topics is in the tail, a moment's records aside; not so where Kafka does not answer. */
    public boolean current() {
        return follower.current();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        wasLive |= follower.live();
        List<TailDocument> taken = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                TailDocumentParser.parse(record.value()).ifPresent(document -> {
                    if (tail.put(document)) {
                        metrics.freshness().visible(document, wasLive);
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

    @Override
    public void close() {
        follower.close();
    }
}
