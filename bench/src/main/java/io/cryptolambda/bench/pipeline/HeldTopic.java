package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A raw topic that is filled before anybody may read it: all records of a round are in one transaction, and both contenders
 * read committed records only. Whoever is measured is warm and waiting when the transaction is committed.
 */
final class HeldTopic implements AutoCloseable {
    private static final int FIVE_MINUTES = 300_000;

    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;

    HeldTopic(String kafka, String name) {
        this.name = name;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "bench-" + name,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        FIVE_MINUTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Makes {@code twin} like the raw topic, and lets neither forget. */
    static void prepare(String kafka, String twin) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            int partitions = admin.describeTopics(Set.of(Topics.RAW))
                    .allTopicNames()
                    .get()
                    .get(Topics.RAW)
                    .partitions()
                    .size();
            admin.createTopics(List.of(new NewTopic(twin, partitions, (short) 1)
                            .configs(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1"))))
                    .all()
                    .get();
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.RAW),
                            Set.of(new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** Begins a round. */
    void hold() {
        producer.beginTransaction();
    }

    void add(Candle candle) {
        producer.send(
                new ProducerRecord<>(name, candle.symbol().getBytes(StandardCharsets.UTF_8), CandleJson.write(candle)));
    }

    /** Waits until the broker has everything; it can still not be read. */
    void fill() {
        producer.flush();
    }

    /** Lets everything of the round be read; returns when that was, by {@link System#nanoTime}. */
    long release() {
        long now = System.nanoTime();
        producer.commitTransaction();
        return now;
    }

    @Override
    public void close() {
        producer.close();
    }
}
