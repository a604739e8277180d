package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.EnrichedCandle;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Writes to the partition that the raw record was read from, whatever partitioner its producer used. */
final class SamePartition implements StreamPartitioner<byte[], EnrichedCandle> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, EnrichedCandle value, int partitions) {
        return Optional.of(Set.of(value.partition()));
    }
}
