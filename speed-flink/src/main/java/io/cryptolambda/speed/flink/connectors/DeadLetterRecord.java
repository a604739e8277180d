package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.DeadLetterHeaders;
import io.cryptolambda.core.Topics;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.KafkaValue;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A dead letter as a Kafka record: the original key and value, and the headers that say where it came from and why. */
final class DeadLetterRecord {
    private static final String STAGE = "speed-flink";

    private DeadLetterRecord() {}

    static ProducerRecord<byte[], byte[]> of(DeadLetter letter) {
        KafkaValue origin = letter.origin();
        ProducerRecord<byte[], byte[]> dead = new ProducerRecord<>(Topics.DEAD_LETTERS, origin.key(), origin.value());
        header(dead, DeadLetterHeaders.ERROR, letter.error());
        header(dead, DeadLetterHeaders.STAGE, STAGE);
        header(dead, DeadLetterHeaders.TOPIC, origin.topic());
        header(dead, DeadLetterHeaders.PARTITION, Integer.toString(origin.partition()));
        header(dead, DeadLetterHeaders.OFFSET, Long.toString(origin.offset()));
        return dead;
    }

    private static void header(ProducerRecord<byte[], byte[]> dead, String name, String value) {
        dead.headers().add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }
}
