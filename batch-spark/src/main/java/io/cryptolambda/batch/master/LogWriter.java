package io.cryptolambda.batch.master;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.CandleJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes candles to the raw topic, in the order given, by an idempotent producer. A candle that is written again after a
 * crash is an equal record, and those change nothing.
 */
public final class LogWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param kafka where the log is */
    public LogWriter(KafkaAccess kafka) {
        this.producer = new KafkaProducer<>(
                kafka.with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Returns once the broker has all that was written.
     *
     * @throws IllegalStateException if it has not taken a record
     */
    public void awaitAcknowledgement() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take a candle: " + failure.get(), failure.get());
        }
    }

    /** Writes a candle; whether the broker took it tells {@link #awaitAcknowledgement}. */
    public void send(Candle candle) {
        byte[] key = candle.symbol().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.RAW, key, CandleJson.write(candle)), (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
