package io.cryptolambda.bench.serving;

import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.testing.server.ElasticsearchServer;
import io.cryptolambda.core.testing.server.Jvm;
import io.cryptolambda.core.testing.server.KafkaServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Elasticsearch, a broker with the topics, and the server over them. */
final class ServingStack implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final List<String> COMPILED = List.of("-XX:TieredStopAtLevel=4");

    private final ElasticsearchServer elasticsearch;
    private final KafkaServer kafka;
    private final Process process;
    private final URI serving;

    private ServingStack(ElasticsearchServer elasticsearch, KafkaServer kafka, Process process, URI serving) {
        this.elasticsearch = elasticsearch;
        this.kafka = kafka;
        this.process = process;
        this.serving = serving;
    }

    static ServingStack start(Path folder, String heap, List<String> flags) throws Exception {
        ElasticsearchServer elasticsearch = ElasticsearchServer.start(folder, COMPILED);
        IndexTemplates.install(ElasticsearchAccess.at(elasticsearch.address()));
        KafkaServer kafka = KafkaServer.start(folder);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.address()))) {
            admin.createTopics(Topics.all().stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
        int port = Jvm.freePort();
        Path log = folder.resolve("serving.log");
        String classPath = Jvm.ROOT.resolve("serving-vertx/target/classes") + ":" + Jvm.classPath("serving-vertx");
        Process process = Jvm.start(
                log,
                Map.of(),
                Stream.concat(Stream.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"), flags.stream())
                        .toList(),
                classPath,
                List.of(
                        "io.cryptolambda.serving.ServingMain",
                        "--port=" + port,
                        "--elasticsearch=" + elasticsearch.address(),
                        "--kafka=" + kafka.address(),
                        "--rate-limit=0"));
        Jvm.awaitPort(process, port, log);
        return new ServingStack(elasticsearch, kafka, process, URI.create("http://127.0.0.1:" + port));
    }

    URI elasticsearch() {
        return elasticsearch.address();
    }

    String kafka() {
        return kafka.address();
    }

    URI serving() {
        return serving;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        kafka.close();
        elasticsearch.close();
    }
}
