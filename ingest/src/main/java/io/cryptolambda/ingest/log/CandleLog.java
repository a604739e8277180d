package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Topics;
import io.cryptolambda.ingest.feed.CandleSink;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes to the raw topic, key = symbol. The producer is idempotent: a record that is repeated on the wire is in the log
 * once, in its place. While the broker is away it is tried again without end and callers block; a record that the broker
 * refuses for good breaks the order, so it is reported and nothing more may be sent.
 */
public final class CandleLog implements CandleSink, AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Acknowledgements acknowledgements;
    private final Consumer<Throwable> broken;

    /** @param broken told when a record was refused for good */
    public CandleLog(Producer<String, byte[]> producer, Acknowledgements acknowledgements, Consumer<Throwable> broken) {
        this.producer = producer;
        this.acknowledgements = acknowledgements;
        this.broken = broken;
    }

    /** A producer as this class needs it. */
    public static Producer<String, byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "crypto-ingest",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Long.MAX_VALUE,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                5_000,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void send(String symbol, long openTime, byte[] value) throws InterruptedException {
        acknowledgements.sent();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.RAW, symbol, value),
                    (metadata, failure) -> completed(symbol, openTime, failure));
        } catch (InterruptException e) {
            Thread.interrupted(); // Kafka sets the flag again besides throwing
            throw new InterruptedException("interrupted while sending");
        }
    }

    private void completed(String symbol, long openTime, Exception failure) {
        if (failure == null) {
            acknowledgements.acknowledged(symbol, openTime);
        } else {
            broken.accept(failure);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
