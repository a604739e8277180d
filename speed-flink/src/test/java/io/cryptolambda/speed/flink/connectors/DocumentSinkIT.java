package io.cryptolambda.speed.flink.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.speed.flink.Collecting;
import io.cryptolambda.speed.flink.connectors.BulkServer.Failure;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.Document;
import io.cryptolambda.speed.flink.records.RecordTypes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink in a job that may not restart, against a server that answers as Elasticsearch does. */
class DocumentSinkIT {
    private static final Queue<DeadLetter> DEAD_LETTERS = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forgetTheLastRun() {
        DEAD_LETTERS.clear();
    }

    @Test
    void shouldWriteTheNewestOfEachDocument() throws Exception {
        List<Document> documents = documents(5_000, 700);
        try (BulkServer server = new BulkServer()) {
            write(documents, server.address());

            assertThat(server.versions()).isEqualTo(newest(documents));
        }
    }

    @Test
    void shouldCountAConflictAsSuccessWhenSomethingNewerIsThere() throws Exception {
        List<Document> documents = documents(3_000, 900);
        try (BulkServer server = new BulkServer()) {
            Map<String, Long> before = new HashMap<>();
            documents.stream().limit(300).forEach(document -> before.put(document.id(), 1_000_000L));
            server.versions().putAll(before);

            write(documents, server.address());

            Map<String, Long> expected = newest(documents);
            expected.putAll(before);
            assertThat(server.versions()).isEqualTo(expected);
        }
    }

    @Test
    void shouldWaitForAServerThatIsBusyOrDoesNotAnswer() throws Exception {
        List<Document> documents = documents(6_000, 5_500);
        try (BulkServer server =
                new BulkServer(Failure.NO_ANSWER, Failure.UNAVAILABLE, Failure.HALF_REJECTED, Failure.HALF_REJECTED)) {
            server.versions().put(documents.get(1).id(), 1_000_000L);

            write(documents, server.address());

            Map<String, Long> expected = newest(documents);
            expected.put(documents.get(1).id(), 1_000_000L);
            assertThat(server.versions()).isEqualTo(expected);
            assertThat(server.hasFailedAsAsked()).isTrue();
        }
    }

    @Test
    void shouldHandADocumentThatIsRefusedForWhatItIsToTheDeadLettersAndWriteTheOthers() throws Exception {
        List<Document> documents = documents(5_000, 3_000);
        try (BulkServer server = new BulkServer(Failure.ONE_POISONED)) {
            write(documents, server.address());

            Map<String, Long> expected = newest(documents);
            assertThat(DEAD_LETTERS).hasSize(1);
            DeadLetter letter = DEAD_LETTERS.peek();
            String id = new String(letter.origin().key(), StandardCharsets.UTF_8);
            assertThat(letter.error()).contains("mapper_parsing_exception");
            assertThat(letter.origin().topic()).isEqualTo("crypto-speed-5m-2024-01");
            assertThat(letter.origin().value()).isEqualTo(documents.get(0).json());
            // It came again with a later version, which the server took.
            assertThat(expected).containsKey(id);
            assertThat(server.versions()).isEqualTo(expected);
        }
    }

    @Test
    void shouldFailTheJobWhenARequestIsRefusedForGood() throws Exception {
        try (BulkServer server = new BulkServer(Failure.BAD_REQUEST)) {
            assertThatThrownBy(() -> write(documents(10, 10), server.address()))
                    .hasStackTraceContaining("mapper_parsing_exception");
        }
    }

    private static void write(List<Document> documents, URI elasticsearch) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        env.fromData(documents, RecordTypes.DOCUMENT)
                .sinkTo(new DocumentSink(
                        ElasticsearchAccess.at(elasticsearch), new Collecting<>(letter -> DEAD_LETTERS.add(letter))));
        env.execute();
    }

    private static List<Document> documents(int count, int ids) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(new Document(
                    "crypto-speed-5m-2024-01",
                    "BTCUSDT|5m|" + i % ids,
                    "BTCUSDT",
                    i + 1L,
                    "{\"symbol\":\"BTCUSDT\"}".getBytes(StandardCharsets.UTF_8)));
        }
        return documents;
    }

    private static Map<String, Long> newest(List<Document> documents) {
        return documents.stream().collect(Collectors.toMap(Document::id, Document::asOf, Math::max, HashMap::new));
    }
}
