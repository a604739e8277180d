package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A refused record as it is written to the dead letters: the original bytes, and why and where from in the headers.
 *
 * <p>Bytes beyond what a topic takes together with the headers are cut, which the error then says: a record near the
 * broker's limit must not stop the app.
 */
final class DeadLetter {
    static final String STAGE = "speed-kstreams";
    static final int LONGEST_KEY = 4 * 1024;
    static final int LONGEST_VALUE = 1_000_000;
    private static final int LONGEST_ERROR = 1_000;

    private DeadLetter() {}

    static Record<byte[], Object> of(Record<byte[], byte[]> refused, RecordMetadata origin, String error) {
        byte[] key = cut(refused.key(), LONGEST_KEY);
        byte[] value = cut(refused.value(), LONGEST_VALUE);
        boolean cut = key != refused.key() || value != refused.value();
        RecordHeaders headers = new RecordHeaders();
        add(headers, DeadLetterHeaders.ERROR, shortened(error) + (cut ? " (key or value cut)" : ""));
        add(headers, DeadLetterHeaders.STAGE, STAGE);
        add(headers, DeadLetterHeaders.TOPIC, origin.topic());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(origin.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(origin.offset()));
        return new Record<>(key, value, refused.timestamp(), headers);
    }

    private static byte[] cut(byte[] bytes, int longest) {
        return bytes == null || bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
    }

    private static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
