package io.cryptolambda.batch.seeds;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes seeds to {@code crypto_bars} in one transaction: a reader of committed records sees all of a run's seeds or none.
 * All runs share one transactional id, so a producer that an earlier, stalled run left behind is fenced by the broker.
 */
public final class SeedTopic {
    private static final Logger LOG = LoggerFactory.getLogger(SeedTopic.class);
    private static final String TRANSACTIONAL_ID = "crypto-batch-seeds";
    private static final int TRANSACTION_MILLIS = 600_000;
    private static final int BLOCKED_MILLIS = 30_000;

    private final KafkaAccess kafka;
    private final int blockedMillis;

    /** @param kafka where the topic is */
    public SeedTopic(KafkaAccess kafka) {
        this(kafka, BLOCKED_MILLIS);
    }

    /** @param blockedMillis how long to wait for a broker that does not answer, in milliseconds */
    SeedTopic(KafkaAccess kafka, int blockedMillis) {
        this.kafka = kafka;
        this.blockedMillis = blockedMillis;
    }

    /**
     * Writes all of {@code seeds}.
     *
     * @param seeds as {@link SeedRows} makes them
     * @param requireLease fails if the run must write no more; asked right before the commit
     * @return number of records
     * @throws IllegalStateException if they were not written; none is visible then
     */
    public long write(Iterator<Seed> seeds, Runnable requireLease) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings())) {
            producer.initTransactions();
            producer.beginTransaction();
            long records = send(producer, seeds, requireLease);
            LOG.info("event=seeds_written records={}", records);
            return records;
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "seeds could not be written to topic " + Topics.BARS + " at " + kafka + ": " + e.getMessage()
                            + "; nothing of this run is visible, run again when the broker is there",
                    e);
        }
    }

    private static long send(KafkaProducer<byte[], byte[]> producer, Iterator<Seed> seeds, Runnable requireLease) {
        try {
            AtomicReference<Exception> failure = new AtomicReference<>();
            long records = 0;
            while (seeds.hasNext()) {
                Seed seed = seeds.next();
                byte[] key = seed.key().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topics.BARS, key, seed.value()), (metadata, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
                records++;
            }
            producer.flush();
            if (failure.get() != null) {
                throw new KafkaException(failure.get().getMessage(), failure.get());
            }
            requireLease.run();
            producer.commitTransaction();
            return records;
        } catch (RuntimeException e) {
            abort(producer);
            throw e;
        }
    }

    private static void abort(KafkaProducer<byte[], byte[]> producer) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // What made the transaction fail is thrown; the broker ends the transaction by its time-out.
            LOG.warn("event=seeds_not_aborted error=\"{}\"", e.getMessage());
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, blockedMillis);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return kafka.with(settings);
    }
}
