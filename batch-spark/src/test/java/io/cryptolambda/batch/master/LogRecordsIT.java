package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Partition 0: records 0 to 4, a marker, 6 to 8 taken back, a marker, 10 to 14, a marker. Partition 1: 0 to 4, a marker. */
class LogRecordsIT {
    private static final KafkaAccess KAFKA = KafkaAccess.at(TestServers.kafka());
    private static final int EXPIRED = 2;

    @BeforeAll
    static void fillTheLog() throws Exception {
        try (Admin admin = Admin.create(KAFKA.with(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(Topics.RAW, 2, (short) 1)))
                    .all()
                    .get();
            try (KafkaProducer<byte[], byte[]> producer = producer()) {
                producer.initTransactions();
                write(producer, 0, 5, true);
                write(producer, 0, 3, false);
                write(producer, 0, 5, true);
                write(producer, 1, 5, true);
            }
            admin.deleteRecords(Map.of(partition(1), RecordsToDelete.beforeOffset(EXPIRED)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void deleteTheLog() throws Exception {
        try (Admin admin = Admin.create(KAFKA.with(Map.of()))) {
            admin.deleteTopics(List.of(Topics.RAW)).all().get();
        }
    }

    @Test
    void shouldGiveTheCommittedRecordsOfEachStretchAndNoMore() {
        assertThat(positions(new OffsetRange(1, 3, 5), new OffsetRange(0, 2, 13)))
                .containsExactly("1/3", "1/4", "0/2", "0/3", "0/4", "0/10", "0/11", "0/12");
    }

    @Test
    void shouldComeToTheEndOfAStretchThatEndsInAMarkerOrHoldsNoRecordAtAll() {
        assertThat(positions(new OffsetRange(0, 12, 16))).containsExactly("0/12", "0/13", "0/14");
        assertThat(positions(new OffsetRange(0, 5, 10))).isEmpty();
        assertThat(positions()).isEmpty();
    }

    @Test
    void shouldFailWhereRecordsHaveExpiredMeanwhile() {
        assertThatThrownBy(() -> positions(new OffsetRange(1, EXPIRED - 1, 5)))
                .isInstanceOf(LogLostException.class)
                .hasMessageContaining("partition 1 no longer has offset 1");
    }

    private static List<String> positions(OffsetRange... ranges) {
        List<String> positions = new ArrayList<>();
        try (LogRecords records = new LogRecords(KAFKA, List.of(ranges))) {
            records.forEachRemaining(record -> {
                assertThat(record.value()).containsExactly((byte) (record.offset() % 10));
                assertThat(record.appendTime()).isPositive();
                positions.add(record.partition() + "/" + record.offset());
            });
        }
        return positions;
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                KAFKA.with(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "log-records")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** In one transaction; the value of a record is its number in it. */
    private static void write(KafkaProducer<byte[], byte[]> producer, int partition, int count, boolean commit)
            throws Exception {
        producer.beginTransaction();
        for (byte number = 0; number < count; number++) {
            producer.send(new ProducerRecord<>(Topics.RAW, partition, new byte[] {1}, new byte[] {number}))
                    .get();
        }
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.RAW, number);
    }
}
