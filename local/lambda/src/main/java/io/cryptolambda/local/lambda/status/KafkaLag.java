package io.cryptolambda.local.lambda.status;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.Topics;
import io.cryptolambda.local.lambda.kafka.Offsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Positions and records in the log, as far as status needs them. */
final class KafkaLag implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Duration READ_LIMIT = Duration.ofSeconds(15);

    private final String kafka;
    private final Admin admin;
    private final Offsets offsets;

    KafkaLag(String kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS));
        this.offsets = new Offsets(admin);
    }

    /** Records ever written to the raw topic. Its producer uses no transactions, so offsets are records. */
    long rawRecords() throws ExecutionException, InterruptedException {
        return sum(offsets.ends(Topics.RAW, IsolationLevel.READ_UNCOMMITTED));
    }

    /** When the broker took the newest raw record, epoch milliseconds; negative if there is none. */
    long newestRawAppendTime() throws ExecutionException, InterruptedException {
        return offsets.newestAppendTime(Topics.RAW);
    }

    /** Raw records that Kafka Streams has not committed. */
    long streamsLag() throws ExecutionException, InterruptedException {
        long committed = sum(offsets.committed(ConsumerGroups.STREAMS, Topics.RAW));
        return sum(offsets.ends(Topics.RAW, IsolationLevel.READ_UNCOMMITTED)) - committed;
    }

    /**
     * Positions of the features topic behind Flink's last checkpoint; 0 if no data is among them and no transaction is
     * open, whose data could not be seen yet.
     */
    long flinkLag() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = offsets.ends(Topics.FEATURES, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = offsets.ends(Topics.FEATURES, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> committed = offsets.committed(ConsumerGroups.FLINK, Topics.FEATURES);
        Map<TopicPartition, Long> from = ends.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), partition -> committed.getOrDefault(partition, 0L)));
        long behind = sum(ends) - sum(from);
        boolean drained = ends.equals(stable) && countData(from, stable, 1) == 0;
        return drained ? 0 : behind;
    }

    /** Records of the dead letter topic. They are written in transactions, so they have to be read to be counted. */
    long deadLetters() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = offsets.ends(Topics.DEAD_LETTERS, IsolationLevel.READ_COMMITTED);
        return countData(offsets.beginnings(Topics.DEAD_LETTERS), ends, Long.MAX_VALUE);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** Counts committed data records in {@code [from, to)}, but not much further than {@code enough}. */
    private long countData(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, long enough) {
        List<TopicPartition> open = from.keySet().stream()
                .filter(partition -> from.get(partition) < to.get(partition))
                .toList();
        long found = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(open);
            open.forEach(partition -> consumer.seek(partition, from.get(partition)));
            long deadline = System.nanoTime() + READ_LIMIT.toNanos();
            while (found < enough && open.stream().anyMatch(p -> consumer.position(p) < to.get(p))) {
                found += consumer.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("reading " + open + " took too long");
                }
            }
        }
        return found;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIMEOUT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
