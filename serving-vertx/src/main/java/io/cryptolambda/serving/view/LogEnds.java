package io.cryptolambda.serving.view;

import io.cryptolambda.core.Topics;
import io.cryptolambda.serving.follow.KafkaAdmin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Reads where the log ends, to tell how far batch is behind it. Safe for use by several threads. */
public final class LogEnds {
    private final KafkaAdmin kafka;

    public LogEnds(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /**
     * The end offset, exclusive, of every partition of the raw topic; empty if Kafka does not answer within a second or
     * the topic is not there: the views are served without it.
     */
    public Future<Optional<SortedMap<Integer, Long>>> read() {
        return kafka.partitions(List.of(Topics.RAW))
                .compose(partitions -> kafka.offsets(partitions, OffsetSpec.latest()))
                .map(LogEnds::byPartition)
                .map(Optional::of)
                .otherwise(Optional.empty());
    }

    private static SortedMap<Integer, Long> byPartition(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        ends.forEach((partition, end) -> offsets.put(partition.partition(), end.offset()));
        return offsets;
    }
}
