package io.cryptolambda.speed.flink.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Topics;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.KafkaValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {
    @Test
    void shouldKeepTheOriginalBytesAndSayWhereTheyCameFromAndWhy() {
        KafkaValue origin = new KafkaValue("crypto_features_1m", 3, 17, new byte[] {1}, new byte[] {2, 3});

        ProducerRecord<byte[], byte[]> dead = DeadLetterRecord.of(new DeadLetter(origin, "open_time is missing"));

        assertThat(dead.topic()).isEqualTo(Topics.DEAD_LETTERS);
        assertThat(dead.key()).isEqualTo(origin.key());
        assertThat(dead.value()).isEqualTo(origin.value());
        assertThat(Arrays.stream(dead.headers().toArray())
                        .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8)))
                .containsExactly(
                        "error=open_time is missing",
                        "stage=speed-flink",
                        "topic=crypto_features_1m",
                        "partition=3",
                        "offset=17");
    }
}
