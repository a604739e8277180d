package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Topics;
import io.cryptolambda.ingest.feed.CandleSink;
import io.cryptolambda.ingest.feed.Outgoing;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;

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

    @Override
    public void send(Outgoing record) throws InterruptedException {
        acknowledgements.sent();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.RAW, record.symbol(), record.value()),
                    (metadata, failure) -> completed(record, failure));
        } catch (InterruptException e) {
            Thread.interrupted(); // Kafka sets the flag again besides throwing
            throw new InterruptedException("interrupted while sending");
        }
    }

    private void completed(Outgoing record, Exception failure) {
        if (failure == null) {
            acknowledgements.acknowledged(record);
        } else {
            broken.accept(failure);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
