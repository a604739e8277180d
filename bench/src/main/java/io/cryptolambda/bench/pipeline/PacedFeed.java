package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.json.CandleJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends a candle of each symbol a second, evenly spread, as ingest would: acknowledged by all, not compressed, 5 ms of
 * linger. The schedule does not wait for anybody.
 */
final class PacedFeed {
    private static final long SECOND = 1_000_000_000L;

    private PacedFeed() {}

    /** Told of each candle when it was due to be appended, by {@link System#nanoTime}. */
    interface Appended {
        void at(int number, Candle candle, long due);
    }

    static void run(String kafka, String topic, MinuteFeed feed, int seconds, Appended appended) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long began = System.nanoTime();
            int count = seconds * feed.symbols();
            for (int number = 0; number < count; number++) {
                Candle candle = feed.next(number % feed.symbols());
                long due = began + number * SECOND / feed.symbols();
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                producer.send(new ProducerRecord<>(
                        topic, candle.symbol().getBytes(StandardCharsets.UTF_8), CandleJson.write(candle)));
                appended.at(number, candle, due);
            }
        }
    }
}
