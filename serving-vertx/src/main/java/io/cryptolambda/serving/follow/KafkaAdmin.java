package io.cryptolambda.serving.follow;

import io.cryptolambda.core.access.KafkaAccess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Questions to the broker, answered within a second or failed. Safe for use by several threads. */
public final class KafkaAdmin implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final Admin admin;

    /** @param kafka where it is */
    public KafkaAdmin(Vertx vertx, KafkaAccess kafka) {
        this.vertx = vertx;
        this.admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG, "crypto-serving",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
    }

    /** The partitions of topics; fails if one is not there. */
    public Future<List<TopicPartition>> partitions(Collection<String> topics) {
        return future(admin.describeTopics(topics).allTopicNames()).map(found -> found.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList());
    }

    /** What {@code spec} asks for of each partition, as a reader of committed records sees it. */
    public Future<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        return future(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
    }

    /** The offsets that a group has committed; nothing of partitions where it has not. */
    public Future<Map<TopicPartition, Long>> committed(String group) {
        return future(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .map(found -> found.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().offset())));
    }

    private <T> Future<T> future(KafkaFuture<T> kafka) {
        return Future.fromCompletionStage(kafka.toCompletionStage(), vertx.getOrCreateContext());
    }

    @Override
    public void close() {
        admin.close();
    }
}
