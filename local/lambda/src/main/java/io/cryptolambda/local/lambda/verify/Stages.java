package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.Topics;
import io.cryptolambda.local.lambda.kafka.Offsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far each stage has come, asked of the broker. */
final class Stages {
    private final Offsets offsets;
    private final PartitionScan scan;

    Stages(Admin admin, PartitionScan scan) {
        this.offsets = new Offsets(admin);
        this.scan = scan;
    }

    /** End offsets of a topic, exclusive; records of open transactions are before them. */
    Map<Integer, Long> ends(String topic) throws ExecutionException, InterruptedException {
        return byPartition(offsets.ends(topic, IsolationLevel.READ_UNCOMMITTED));
    }

    /** Raw records before {@code ends} that Kafka Streams has not committed; 0: it has passed the cut. */
    long streamsBehind(Map<Integer, Long> ends) throws ExecutionException, InterruptedException {
        Map<Integer, Long> committed = committed(ConsumerGroups.STREAMS, Topics.RAW);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /**
     * Offsets before {@code ends} of a topic that Flink reads and has not committed; 0 as well where all of them are
     * transaction markers, which no consumer gets to see. Flink commits with a checkpoint, after its sink's flush.
     */
    long flinkBehind(String topic, Map<Integer, Long> ends) throws ExecutionException, InterruptedException {
        Map<Integer, Long> committed = committed(ConsumerGroups.FLINK, topic);
        long behind = 0;
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            long from = committed.getOrDefault(end.getKey(), 0L);
            TopicPartition partition = new TopicPartition(topic, end.getKey());
            if (from < end.getValue() && !scan.isEmpty(partition, from, end.getValue())) {
                behind += end.getValue() - from;
            }
        }
        return behind;
    }

    private Map<Integer, Long> committed(String group, String topic) throws ExecutionException, InterruptedException {
        return byPartition(offsets.committed(group, topic));
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(offset -> offset.getKey().partition(), Map.Entry::getValue));
    }
}
