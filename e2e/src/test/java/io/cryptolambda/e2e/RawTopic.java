package io.cryptolambda.e2e;

import io.cryptolambda.core.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the raw topic what ingest never would. */
final class RawTopic implements AutoCloseable {
    private final KafkaProducer<String, String> producer;
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    RawTopic(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Returns once the broker has it. */
    void send(String key, String value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(Topics.RAW, key, value)).get();
    }

    /** Returns at once; {@link #flush} waits until the broker has it. */
    void sendLater(String key, String value) {
        producer.send(new ProducerRecord<>(Topics.RAW, key, value), (sent, failure) -> {
            if (failure != null) {
                failed.compareAndSet(null, failure);
            }
        });
    }

    /** @throws IllegalStateException if the broker did not take something */
    void flush() {
        producer.flush();
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
