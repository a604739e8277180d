package io.cryptolambda.serving.quality;

import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.serving.follow.Followed;
import io.cryptolambda.serving.follow.TopicFollower;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Starts what keeps the ledger and the board up to date. */
public final class Followers {
    private Followers() {}

    /** Follows the gaps. */
    public static TopicFollower of(KafkaAccess kafka, GapLedger gaps) {
        return follow(kafka, GapLedger.TOPIC, gaps::put);
    }

    /** Follows the dead letters. */
    public static TopicFollower of(KafkaAccess kafka, DeadLetterBoard letters) {
        return follow(kafka, DeadLetterBoard.TOPIC, letters::put);
    }

    private static TopicFollower follow(
            KafkaAccess kafka, Followed topic, Consumer<ConsumerRecord<byte[], byte[]>> put) {
        return new TopicFollower(topic, () -> topic.consumer(kafka), records -> records.forEach(put)).start();
    }
}
