package io.cryptolambda.batch.master;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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

    /** The records of {@code stretches}, each list in a partition of its own; reading fails if one of them is not there. */
    JavaRDD<LogRecord> records(SparkSession spark, List<List<OffsetRange>> stretches) {
        KafkaAccess from = kafka;
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(stretches, stretches.size())
                .mapPartitions(lists -> read(from, lists));
    }

    private static Iterator<LogRecord> read(KafkaAccess kafka, Iterator<List<OffsetRange>> lists) {
        List<OffsetRange> ranges = new ArrayList<>();
        lists.forEachRemaining(ranges::addAll);
        LogRecords records = new LogRecords(kafka, ranges);
        TaskContext.get().addTaskCompletionListener(task -> {
            records.close();
        });
        return records;
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
}
