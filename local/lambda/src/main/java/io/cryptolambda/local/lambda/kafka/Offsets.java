package io.cryptolambda.local.lambda.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Offsets of topics and of those who read them. Every question may fail with {@link ExecutionException}. */
public final class Offsets {
    private final Admin admin;

    /** @param admin closed by whoever made it */
    public Offsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * End offsets of a topic, exclusive.
     *
     * @param isolation whether what is in open transactions lies before the end
     */
    public Map<TopicPartition, Long> ends(String topic, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return offsets(list(topic, OffsetSpec.latest(), isolation));
    }

    /** Offsets of the first records of a topic that have not expired. */
    public Map<TopicPartition, Long> beginnings(String topic) throws ExecutionException, InterruptedException {
        return offsets(list(topic, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED));
    }

    /** When the broker took the newest record of a topic, epoch milliseconds; negative if there is none. */
    public long newestAppendTime(String topic) throws ExecutionException, InterruptedException {
        return list(topic, OffsetSpec.maxTimestamp(), IsolationLevel.READ_UNCOMMITTED).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
    }

    /** The offsets from which a group reads on in a topic; nothing of partitions where it has not committed. */
    public Map<TopicPartition, Long> committed(String group, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> found = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        found.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(topic)) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(String topic, OffsetSpec spec, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions(topic).stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all().get();
    }

    private Collection<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> listed) {
        return listed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }
}
