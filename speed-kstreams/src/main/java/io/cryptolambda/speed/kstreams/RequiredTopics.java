package io.cryptolambda.speed.kstreams;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the topics, which others create. */
final class RequiredTopics {
    private static final Logger LOG = LoggerFactory.getLogger(RequiredTopics.class);
    private static final List<String> TOPICS = List.of(Topics.RAW, Topics.FEATURES, Topics.DEAD_LETTERS);
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private RequiredTopics() {}

    /**
     * Returns once all are there.
     *
     * @throws IllegalStateException if they are not within {@code limit}, or raw and features differ in partitions
     */
    static void await(KafkaAccess kafka, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (Admin admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS)))) {
            String told = null;
            for (String problem = lookUp(admin); problem != null; problem = lookUp(admin)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "not all of " + TOPICS + " at " + kafka + " within " + limit + ": " + problem);
                }
                if (!problem.equals(told)) {
                    LOG.info("event=waiting_for_topics kafka={} topics={} problem=\"{}\"", kafka, TOPICS, problem);
                    told = problem;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static String lookUp(Admin admin) throws InterruptedException {
        try {
            requireSamePartitions(admin.describeTopics(TOPICS).allTopicNames().get());
            return null;
        } catch (ExecutionException e) {
            return e.getCause().toString();
        }
    }

    private static void requireSamePartitions(Map<String, TopicDescription> topics) {
        int raw = topics.get(Topics.RAW).partitions().size();
        int features = topics.get(Topics.FEATURES).partitions().size();
        if (raw != features) {
            throw new IllegalStateException(Topics.RAW + " has " + raw + " partitions and " + Topics.FEATURES + " has "
                    + features + ": they must have the same number");
        }
    }
}
