package io.cryptolambda.serving.history;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads every record of a candle from the raw topic. Safe for use by several threads; two read at once, others wait. */
public final class RevisionReader implements AutoCloseable {
    private static final int READERS = 2;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final long LONGEST_SECONDS = 20;

    private final KafkaAccess kafka;
    private final int generation;
    private final WorkerExecutor workers;

    /**
     * @param kafka where the log is
     * @param generation generation of the raw topic
     */
    public RevisionReader(Vertx vertx, KafkaAccess kafka, int generation) {
        this.kafka = kafka;
        this.generation = generation;
        this.workers = vertx.createSharedWorkerExecutor("revisions", READERS, LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Every record of the candle that the log still has.
     *
     * <p>Fails with {@link ViewUnavailableException} if Kafka does not answer, or the log cannot be read in 20 seconds.
     *
     * @param partition the partition that the symbol lives in
     */
    public Future<Revisions> read(String symbol, int partition, long openTime) {
        return workers.executeBlocking(() -> scan(symbol, partition, openTime), false);
    }

    private Revisions scan(String symbol, int partition, long openTime) {
        TopicPartition of = new TopicPartition(Topics.RAW, partition);
        byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
        List<Revision> revisions = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS - 2);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(of));
            long end = consumer.endOffsets(List.of(of), ANSWER).get(of);
            long from = consumer.beginningOffsets(List.of(of), ANSWER).get(of);
            consumer.seek(of, from);
            while (consumer.position(of, ANSWER) < end) {
                if (System.nanoTime() > deadline) {
                    throw new ViewUnavailableException("the log was not read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end && Arrays.equals(record.key(), key)) {
                        add(revisions, record, openTime);
                    }
                }
            }
            return new Revisions(partition, from, end, revisions);
        } catch (KafkaException e) {
            throw new ViewUnavailableException("the log cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(List<Revision> revisions, ConsumerRecord<byte[], byte[]> record, long openTime) {
        if (RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok
                && ok.value().openTime() == openTime) {
            boolean duplicate = !revisions.isEmpty()
                    && revisions.get(revisions.size() - 1).candle().sameValues(ok.value());
            long asOf = KnowledgePosition.of(generation, record.offset());
            revisions.add(new Revision(asOf, record.timestamp(), duplicate, ok.value()));
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "crypto-serving-revisions",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        3_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        3_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        workers.close();
    }
}
