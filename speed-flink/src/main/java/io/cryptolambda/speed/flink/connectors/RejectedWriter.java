package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.KafkaValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes documents that Elasticsearch refuses to the dead letters; connects to them when the first one comes. */
final class RejectedWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedWriter.class);

    // They come from no partition of Kafka.
    private static final int NO_PARTITION = -1;

    private final Opening opening;
    private final Counter rejections;
    private SinkWriter<DeadLetter> deadLetters;

    RejectedWriter(Opening opening, MetricGroup metrics) {
        this.opening = opening;
        this.rejections = metrics.counter("documents_rejected");
    }

    /** Opens the writer of dead letters. */
    interface Opening {
        SinkWriter<DeadLetter> open() throws IOException;
    }

    /** Writes a document that is refused for what it is. */
    void write(Document document, String reason, SinkWriter.Context context) throws IOException, InterruptedException {
        LOG.warn("event=document_rejected index={} id=\"{}\"", document.index(), document.id());
        rejections.inc();
        if (deadLetters == null) {
            deadLetters = opening.open();
        }
        deadLetters.write(letter(document, reason), context);
    }

    /** Waits until what was written is safe. */
    void flush() throws IOException, InterruptedException {
        if (deadLetters != null) {
            deadLetters.flush(false);
        }
    }

    void close() throws Exception {
        if (deadLetters != null) {
            deadLetters.close();
        }
    }

    /** The document in place of a record: its index for the topic, its id for the key, its version for the offset. */
    private static DeadLetter letter(Document document, String reason) {
        byte[] id = document.id().getBytes(StandardCharsets.UTF_8);
        KafkaValue origin = new KafkaValue(document.index(), NO_PARTITION, document.asOf(), id, document.json());
        return new DeadLetter(origin, reason);
    }
}
