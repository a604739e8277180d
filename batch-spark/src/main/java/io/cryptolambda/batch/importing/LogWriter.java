package io.cryptolambda.batch.importing;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.archive.ArchiveLine;
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
 * Writes the newest rows of files to the raw topic, in the order of each file, by an idempotent producer. Written before
 * the file is noted as imported: after a crash in between they are written again, and equal records change nothing.
 */
final class LogWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param kafka bootstrap servers */
    LogWriter(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes the rows of a file that go to the log. */
    void write(FileTask task) {
        task.readLines(line -> {
            if (line instanceof ArchiveLine.Good good && good.candle().openTime() >= task.logFrom()) {
                send(good.candle());
            }
        });
    }

    /**
     * Returns once the broker has all that was written.
     *
     * @throws IllegalStateException if it has not taken a record
     */
    void awaitAcknowledgement() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka did not take a row: " + failure.get(), failure.get());
        }
    }

    private void send(Candle candle) {
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
