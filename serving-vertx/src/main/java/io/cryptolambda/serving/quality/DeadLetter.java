package io.cryptolambda.serving.quality;

import io.cryptolambda.core.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that was set aside. What anybody wrote is cut short: it is shown to people.
 *
 * @param topic the topic it came from; "unknown" where its headers do not tell, as the next two
 * @param stage the stage that refused it
 * @param error why
 * @param partition the partition it came from, as text
 * @param offset the offset it came from, as text
 * @param key its key as text, cut short; empty if it has none
 * @param bytes size of its value
 * @param time when it was set aside, epoch milliseconds UTC
 */
public record DeadLetter(
        String topic, String stage, String error, String partition, String offset, String key, int bytes, long time) {
    private static final int LONGEST = 200;

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                header(record, DeadLetterHeaders.TOPIC),
                header(record, DeadLetterHeaders.STAGE),
                header(record, DeadLetterHeaders.ERROR),
                header(record, DeadLetterHeaders.PARTITION),
                header(record, DeadLetterHeaders.OFFSET),
                record.key() == null ? "" : text(record.key()),
                record.value() == null ? 0 : record.value().length,
                record.timestamp());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "unknown" : text(header.value());
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 4 * LONGEST), StandardCharsets.UTF_8);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
