package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.core.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that are missing. Those that are there are left as they are. */
final class TopicSetup {
    static final int PARTITIONS = 4;
    private static final short REPLICAS = 1;

    private TopicSetup() {}

    static void create(String kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                20_000))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), PARTITIONS, REPLICAS).configs(topic.configuration()))
                    .toList();
            admin.createTopics(missing).all().get();
            admin.describeTopics(Topics.all().stream().map(Topics.Topic::name).collect(Collectors.toSet()))
                    .allTopicNames()
                    .get();
        }
    }
}
