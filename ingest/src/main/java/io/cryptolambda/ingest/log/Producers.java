package io.cryptolambda.ingest.log;

import io.cryptolambda.core.access.KafkaAccess;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How records are produced. */
public final class Producers {
    private Producers() {}

    /** Loses nothing, doubles nothing, keeps the order, never gives up; callers block while the broker is away. */
    public static Producer<String, byte[]> lossless(KafkaAccess kafka) {
        return producer(kafka.with(Map.of(
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
                128 * 1024)));
    }

    /** Never blocks: what the broker does not take at once is dropped. */
    public static Producer<String, byte[]> lossy(KafkaAccess kafka) {
        return producer(kafka.with(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "crypto-ingest-open",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                false,
                ProducerConfig.ACKS_CONFIG,
                "1",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                0,
                ProducerConfig.LINGER_MS_CONFIG,
                50)));
    }

    private static Producer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
