package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.ConsumerGroups;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How far the app has committed what it read. */
public final class CommittedOffsets {
    private CommittedOffsets() {}

    /** By partition of the raw topic; nothing of partitions where it has not. */
    public static Map<TopicPartition, Long> of(Admin admin) throws InterruptedException, ExecutionException {
        return admin
                .listConsumerGroupOffsets(ConsumerGroups.STREAMS)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** Of all partitions together. */
    public static long sum(Admin admin) throws InterruptedException, ExecutionException {
        return of(admin).values().stream().mapToLong(Long::longValue).sum();
    }
}
