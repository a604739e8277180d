package io.cryptolambda.speed.flink.connectors;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job without a checkpoint starts: at the beginning. Bars are state, and state that began at the group's committed
 * offset would lack all bars before it. A job restored from a checkpoint goes on at the offsets in it; if those have
 * expired that is an error, never a silent hole.
 */
final class BeginningOfTheLog implements OffsetsInitializer {
    private static final long serialVersionUID = 1L;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        return partitions.stream()
                .collect(Collectors.toMap(Function.identity(), partition -> KafkaPartitionSplit.EARLIEST_OFFSET));
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
