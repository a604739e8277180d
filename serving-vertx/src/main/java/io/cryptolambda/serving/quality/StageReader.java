package io.cryptolambda.serving.quality;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.Topics;
import io.cryptolambda.serving.follow.KafkaAdmin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Reads how far each stage between exchange and store has come, of its output and what it has committed. */
public final class StageReader {
    private static final List<String> TOPICS = List.of(Topics.RAW, Topics.FEATURES, Topics.INDICATORS);

    private final KafkaAdmin kafka;

    public StageReader(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** The stages in the order of the data; fails if Kafka does not answer within seconds or a topic is not there. */
    public Future<List<Stage>> read() {
        return kafka.partitions(TOPICS).compose(partitions -> {
            Future<Map<TopicPartition, ListOffsetsResultInfo>> ends = kafka.offsets(partitions, OffsetSpec.latest());
            Future<Map<TopicPartition, ListOffsetsResultInfo>> newest =
                    kafka.offsets(partitions, OffsetSpec.maxTimestamp());
            Future<Map<TopicPartition, Long>> streams = kafka.committed(ConsumerGroups.STREAMS);
            Future<Map<TopicPartition, Long>> flink = kafka.committed(ConsumerGroups.FLINK);
            return Future.all(ends, newest, streams, flink)
                    .map(read -> List.of(
                            new Stage("ingest", Topics.RAW, null, newest(Topics.RAW, newest.result())),
                            new Stage(
                                    "speed-kstreams",
                                    Topics.FEATURES,
                                    behind(Topics.RAW, ends.result(), streams.result(), 0),
                                    newest(Topics.FEATURES, newest.result())),
                            new Stage(
                                    "speed-flink",
                                    Topics.INDICATORS,
                                    // The features topic is written in transactions: its end is always a marker.
                                    behind(Topics.FEATURES, ends.result(), flink.result(), 1),
                                    newest(Topics.INDICATORS, newest.result()))));
        });
    }

    /** @param markers positions at a partition's end that hold no data */
    private static Long behind(
            String topic,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, Long> committed,
            int markers) {
        if (committed.isEmpty()) {
            return null;
        }
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> end.getValue().offset() - markers - committed.getOrDefault(end.getKey(), 0L))
                .map(positions -> Math.max(0, positions))
                .sum();
    }

    private static Long newest(String topic, Map<TopicPartition, ListOffsetsResultInfo> newest) {
        return newest.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .map(each -> each.getValue().timestamp())
                .filter(time -> time >= 0)
                .max(Long::compare)
                .orElse(null);
    }
}
