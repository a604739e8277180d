package io.cryptolambda.serving.view;

import io.cryptolambda.core.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Reads where the log ends, to tell how far batch is behind it. Safe for use by several threads. */
public final class LogEnds implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Admin admin;

    /** @param bootstrapServers such as {@code 127.0.0.1:9092} */
    public LogEnds(Vertx vertx, String bootstrapServers) {
        this.vertx = vertx;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "crypto-serving",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
    }

    /**
     * The end offset, exclusive, of every partition of the raw topic; empty if Kafka does not answer within a second or
     * the topic is not there: the views are served without it.
     */
    public Future<Optional<SortedMap<Integer, Long>>> read() {
        return future(admin.describeTopics(List.of(Topics.RAW)).allTopicNames())
                .compose(topics -> future(ends(topics.get(Topics.RAW)).all()))
                .map(LogEnds::byPartition)
                .map(Optional::of)
                .otherwise(Optional.empty());
    }

    private ListOffsetsResult ends(TopicDescription topic) {
        return admin.listOffsets(topic.partitions().stream()
                .collect(Collectors.toMap(
                        info -> new TopicPartition(topic.name(), info.partition()), info -> OffsetSpec.latest())));
    }

    private static SortedMap<Integer, Long> byPartition(
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        ends.forEach((partition, end) -> offsets.put(partition.partition(), end.offset()));
        return offsets;
    }

    private <T> Future<T> future(KafkaFuture<T> kafka) {
        return Future.fromCompletionStage(kafka.toCompletionStage(), vertx.getOrCreateContext());
    }

    @Override
    public void close() {
        admin.close();
    }
}
