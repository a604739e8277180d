package io.cryptolambda.batch.master;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The raw topic, seen from the batch layer: where it begins and ends now, and its records by offset. */
final class RawLog {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final KafkaAccess kafka;

    /** @param kafka where it is */
    RawLog(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /**
     * Asks the broker for the log's bounds.
     *
     * @throws IllegalStateException if the broker cannot be reached or has no such topic
     * @throws InterruptedException if interrupted while waiting
     */
    LogBounds bounds() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(kafka.with(settings))) {
            TopicDescription topic = admin.describeTopics(List.of(Topics.RAW))
                    .topicNameValues()
                    .get(Topics.RAW)
                    .get();
            List<TopicPartition> partitions = new ArrayList<>();
            topic.partitions()
                    .forEach(partition -> partitions.add(new TopicPartition(Topics.RAW, partition.partition())));
            return new LogBounds(
                    topic.topicId().toString(),
                    offsets(admin, partitions, OffsetSpec.earliest()),
                    offsets(admin, partitions, OffsetSpec.latest()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot read topic " + Topics.RAW + " at " + kafka + ": "
                            + e.getCause().getMessage(),
                    e);
        }
    }

    /** The records of {@code plan}; reading fails if one of them is not there. */
    Dataset<Row> records(SparkSession spark, List<OffsetRange> plan) {
        String partitions = plan.stream()
                .map(range -> Integer.toString(range.partition()))
                .collect(Collectors.joining(",", "{\"" + Topics.RAW + "\":[", "]}"));
        return spark.read()
                .format("kafka")
                .options(sourceOptions())
                .option("kafka.isolation.level", "read_committed")
                .option("assign", partitions)
                .option("startingOffsets", offsets(plan, true))
                .option("endingOffsets", offsets(plan, false))
                .option("failOnDataLoss", "true")
                .load();
    }

    private Map<String, String> sourceOptions() {
        Map<String, String> options = new HashMap<>();
        kafka.with(Map.of()).forEach((name, value) -> options.put("kafka." + name, value.toString()));
        return options;
    }

    private static SortedMap<Integer, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> answer = admin.listOffsets(
                        question, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        answer.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    private static String offsets(List<OffsetRange> plan, boolean from) {
        return plan.stream()
                .map(range -> "\"" + range.partition() + "\":" + (from ? range.from() : range.to()))
                .collect(Collectors.joining(",", "{\"" + Topics.RAW + "\":{", "}}"));
    }
}
