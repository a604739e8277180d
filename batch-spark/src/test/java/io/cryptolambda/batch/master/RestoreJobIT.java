package io.cryptolambda.batch.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restore puts into a raw topic, and where it refuses to. */
class RestoreJobIT {
    private static final int MINUTES = 3;

    @TempDir
    private static Path servers;

    private static KafkaServer kafka;

    @TempDir
    private Path folder;

    private Admin admin;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaServer.start(servers);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        admin = Admin.create(Map.of("bootstrap.servers", kafka.address()));
        admin.createTopics(List.of(new NewTopic(Topics.RAW, 2, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void deleteTopic() throws Exception {
        admin.deleteTopics(List.of(Topics.RAW)).all().get();
        admin.close();
    }

    @Test
    void shouldFillAnEmptyTopicOfTheNextGeneration() throws Exception {
        RestoreJob job = job(archived(), 2);

        assertThat(job.run()).isEqualTo(MINUTES);
        assertThat(records()).isEqualTo(MINUTES);
    }

    @Test
    void shouldWriteNothingIntoATopicThatHoldsARecord() throws Exception {
        RestoreJob job = job(archived(), 2);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, "BTCUSDT", "{}")).get();
        }

        assertThatThrownBy(job::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the raw topic is not empty")
                .hasMessageContaining("restore writes into a new topic only");
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void shouldWriteNothingASecondTime() throws Exception {
        MasterDataset master = archived();
        job(master, 2).run();

        assertThatThrownBy(job(master, 3)::run).hasMessageContaining("the raw topic is not empty");
        assertThat(records()).isEqualTo(MINUTES);
    }

    @Test
    void shouldAskForAHigherGenerationThanThoseArchived() {
        RestoreJob job = job(archived(), 1);

        assertThatThrownBy(job::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("generation 1 was archived already")
                .hasMessageContaining("--generation");
    }

    @Test
    void shouldSayWhereThereIsNoMasterDatasetToRestoreFrom() {
        MasterDataset none = new MasterDataset(
                new DeltaPath(SparkSessionForTests.get(), "file:" + folder.resolve("none")), () -> {});

        assertThatThrownBy(job(none, 2)::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no master dataset at file:" + folder.resolve("none"));
    }

    @Test
    void shouldSayWhereThereIsNoRawTopic() throws Exception {
        RestoreJob job = job(archived(), 2);
        admin.deleteTopics(List.of(Topics.RAW)).all().get();
        try {
            assertThatThrownBy(job::run).hasStackTraceContaining(Topics.RAW);
        } finally {
            admin.createTopics(List.of(new NewTopic(Topics.RAW, 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private MasterDataset archived() {
        MasterDataset master = MasterForTests.create(SparkSessionForTests.get(), folder.resolve("master"));
        MasterForTests.archive(SparkSessionForTests.get(), master, "BTCUSDT", MINUTES);
        return master;
    }

    private static RestoreJob job(MasterDataset master, int generation) {
        return new RestoreJob(master, KafkaAccess.at(kafka.address()), generation, Duration.ofHours(24), 1);
    }

    private static long records() throws InterruptedException {
        return new RawLog(KafkaAccess.at(kafka.address()))
                .bounds().end().values().stream().mapToLong(Long::longValue).sum();
    }
}
