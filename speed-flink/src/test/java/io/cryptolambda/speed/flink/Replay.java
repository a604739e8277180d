package io.cryptolambda.speed.flink;

import io.cryptolambda.speed.flink.records.KafkaValue;
import java.util.List;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Gives the records of a list by their index, again from the checkpointed one after a failure, as Kafka would. */
final class Replay implements GeneratorFunction<Long, KafkaValue> {
    private static final long serialVersionUID = 1L;

    // Not serialised: the cluster is this process.
    private static List<KafkaValue> values;

    Replay(List<KafkaValue> toReplay) {
        values = toReplay;
    }

    @Override
    public KafkaValue map(Long index) {
        return values.get(index.intValue());
    }
}
