package io.cryptolambda.serving.testing;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with every topic, and a producer to it. */
public final class TestKafka implements AutoCloseable {
    private static final int PARTITIONS = 4;

    private final KafkaServer server;
    private final KafkaProducer<byte[], byte[]> producer;

    private TestKafka(KafkaServer server) {
        this.server = server;
        this.producer = producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 20));
    }

    /** Starts it with everything it keeps under {@code directory}. */
    public static TestKafka start(Path directory) throws Exception {
        KafkaServer server = KafkaServer.start(directory);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.address()))) {
            List<NewTopic> topics = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.configuration()))
                    .toList();
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
            return new TestKafka(server);
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    /** Bootstrap servers. */
    public String address() {
        return server.address();
    }

    /** Writes a record that is acknowledged when this returns, and tells where it is. */
    public RecordMetadata write(String topic, String key, byte[] value) throws Exception {
        return producer.send(record(topic, key, value)).get(30, TimeUnit.SECONDS);
    }

    /** Writes a record; {@link #flush} waits for it. */
    public void add(String topic, String key, byte[] value) {
        producer.send(record(topic, key, value));
    }

    public void flush() {
        producer.flush();
    }

    /** Writes a record in a transaction that is given up: it is in the log, and nobody may read it. */
    public void writeAborted(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> aborting = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "a"))) {
            aborting.initTransactions();
            aborting.beginTransaction();
            aborting.send(record(topic, key, value)).get(30, TimeUnit.SECONDS);
            aborting.abortTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, server.address());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        producer.close();
        server.close();
    }
}
