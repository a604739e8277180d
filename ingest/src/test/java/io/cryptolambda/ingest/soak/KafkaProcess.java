package io.cryptolambda.ingest.soak;

import static org.awaitility.Awaitility.await;

import io.cryptolambda.core.Topics;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker with our topics, in a process of its own. */
final class KafkaProcess implements AutoCloseable {
    private static final short REPLICAS = 1;

    private final KafkaServer server;

    private KafkaProcess(KafkaServer server) {
        this.server = server;
    }

    static KafkaProcess start(Path folder, int partitions) {
        KafkaProcess kafka = new KafkaProcess(KafkaServer.start(folder));
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(ExecutionException.class)
                .until(() -> {
                    kafka.createTopics(partitions);
                    return true;
                });
        return kafka;
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }

    private void createTopics(int partitions) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> known = admin.listTopics().names().get();
            List<NewTopic> wanted = Topics.all().stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), partitions, REPLICAS).configs(topic.configuration()))
                    .toList();
            admin.createTopics(wanted).all().get();
        }
    }
}
