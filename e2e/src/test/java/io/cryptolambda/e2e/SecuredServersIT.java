package io.cryptolambda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.testing.server.ElasticsearchServer;
import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every program against servers that let in nobody without TLS and a name: Kafka by SASL_SSL with SCRAM, Elasticsearch by
 * basic authentication behind TLS. Certificates are made by keytool for this test alone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredServersIT {
    private static final String USER = "lambda";
    private static final String PASSWORD = "password-" + UUID.randomUUID();
    private static final String TOKEN = "token-" + UUID.randomUUID();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<AutoCloseable> STARTED = new ArrayList<>();
    private static final int SERVING = Jvm.freePort();
    private static final int INGEST_METRICS = Jvm.freePort();
    private static final int STREAMS_METRICS = Jvm.freePort();

    private static Path folder;
    private static GuardedElasticsearch search;
    private static List<String> kafka;
    private static List<String> elasticsearch;
    private static List<String> trust;
    private static SessionCluster flink;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "secured");
        Certificates certificates = Certificates.in(folder, "changeit");
        SecuredKafka broker = new SecuredKafka(folder, certificates, USER, PASSWORD);
        STARTED.add(broker);
        kafka = broker.options();
        ElasticsearchServer node = ElasticsearchServer.start(folder);
        STARTED.add(node);
        search = new GuardedElasticsearch(node.address(), certificates, USER, PASSWORD);
        STARTED.add(search);
        Path secret = Files.writeString(folder.resolve("search-password"), PASSWORD + "\n");
        elasticsearch = List.of(
                "--elasticsearch=" + search.address(),
                "--elasticsearch-user=" + USER,
                "--elasticsearch-password-file=" + secret);
        trust = List.of(
                "-Djavax.net.ssl.trustStore=" + certificates.trusted(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + certificates.password());
        startPrograms();
    }

    private static void startPrograms() throws IOException {
        int exchange = Jvm.freePort();
        program(
                "local/exchange",
                "local-exchange",
                "io.cryptolambda.local.exchange.ExchangeMain",
                List.of("--port=" + exchange, "--symbol-count=1", "--history=3h"));
        program(
                "ingest",
                "ingest",
                "io.cryptolambda.ingest.IngestMain",
                kafka,
                List.of(
                        "--rest-url=http://127.0.0.1:" + exchange,
                        "--websocket-url=ws://127.0.0.1:" + exchange,
                        "--backfill=2h",
                        "--metrics-port=" + INGEST_METRICS));
        program(
                "speed-kstreams",
                "speed-kstreams",
                "io.cryptolambda.speed.kstreams.StreamsMain",
                kafka,
                List.of("--state-dir=" + folder.resolve("kstreams"), "--metrics-port=" + STREAMS_METRICS));
        program(
                "serving-vertx",
                "serving-vertx",
                "io.cryptolambda.serving.ServingMain",
                kafka,
                elasticsearch,
                List.of("--port=" + SERVING));
        flink = new SessionCluster(folder, trust);
        STARTED.add(flink);
        List<String> submit = new ArrayList<>(List.of(
                "deploy/scripts/submit-flink-job",
                "--dashboard=" + flink.dashboard(),
                "--jar=speed-flink/target/speed-flink-job.jar",
                "--parallelism=1",
                "--fresh",
                "--"));
        submit.addAll(kafka);
        submit.addAll(elasticsearch);
        Command.run(submit).requireSuccess();
    }

    @AfterAll
    static void stop() throws Exception {
        for (int i = STARTED.size() - 1; i >= 0; i--) {
            STARTED.get(i).close();
        }
    }

    @Test
    @Order(1)
    void shouldServeFromTheSpeedLayerWhatCameThroughSecuredServersAlone() {
        Api api = serving(TOKEN);

        JsonNode rows = Awaitility.await("bars of the speed layer, see " + folder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> rows(api), found -> found.size() > 10);

        assertThat(layers(rows)).containsOnly("speed");
        assertThat(search.refused()).isZero();
    }

    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "long.tests", matches = "true")
    void shouldArchiveAndPublishThroughSecuredServers() {
        Command run = Command.run(Stream.of(
                        List.of(
                                "env",
                                "JAVA_TOOL_OPTIONS=" + String.join(" ", trust),
                                "SPARK_LOCAL_IP=127.0.0.1",
                                "deploy/scripts/spark-submit",
                                "--class",
                                "io.cryptolambda.batch.BatchMain",
                                "--master",
                                "local[2]",
                                "--conf",
                                "spark.driver.host=127.0.0.1",
                                "--conf",
                                "spark.sql.warehouse.dir=" + folder.resolve("warehouse"),
                                jar("batch-spark", "batch-spark").toString(),
                                "all",
                                "--store=file://" + folder.resolve("store")),
                        kafka,
                        elasticsearch)
                .flatMap(List::stream)
                .toList());

        run.requireSuccess();
        assertThat(run.output() + run.errors()).doesNotContain(PASSWORD);
        assertThat(layers(rows(serving(TOKEN)))).contains("batch");
        assertThat(search.refused()).isZero();
    }

    @Test
    @Order(3)
    void shouldTellNoSecretInAnyMetricOrAnswer() {
        List<String> told = new ArrayList<>();
        for (int port : List.of(SERVING, INGEST_METRICS, STREAMS_METRICS)) {
            Api program = new Api("http://127.0.0.1:" + port, TOKEN);
            Stream.of("/metrics", "/health/ready", "/health/live", "/status")
                    .map(program::everythingOf)
                    .forEach(told::add);
        }
        for (String token : List.of(TOKEN, "wrong")) {
            Stream.of("layers", "symbols", "candles?symbol=X", "candles", "latest", "nothing")
                    .map(path -> serving(token).everythingOf("/api/v1/" + path))
                    .forEach(told::add);
        }
        Api dashboard = new Api(flink.dashboard());
        String job = dashboard.get("/jobs").path("jobs").path(0).path("id").asText();
        Stream.of("/jobs/" + job, "/jobs/" + job + "/config", "/jobs/" + job + "/plan", "/jobmanager/config", "/jars")
                .map(dashboard::everythingOf)
                .forEach(told::add);

        assertThat(told).anyMatch(text -> text.startsWith("200")).anyMatch(text -> text.startsWith("401"));
        assertThat(told).noneMatch(text -> text.contains(PASSWORD) || text.contains(TOKEN));
    }

    @Test
    @Order(4)
    void shouldPrintNoSecretInAnyLog() throws IOException {
        // The broker's own log is not ours to answer for.
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> !file.endsWith("kafka.log"))
                    .toList();
            assertThat(logs).hasSizeGreaterThan(5);
            for (Path log : logs) {
                assertThat(Files.readString(log)).as("%s", log).doesNotContain(PASSWORD, TOKEN);
            }
        }
    }

    private static Api serving(String token) {
        return new Api("http://127.0.0.1:" + SERVING, token);
    }

    private static JsonNode rows(Api api) {
        JsonNode symbols = api.getIfAvailable("/api/v1/symbols").orElseThrow();
        String symbol = symbols.findValue("symbol").asText();
        return api.getIfAvailable("/api/v1/candles?interval=5m&limit=50&symbol=" + symbol)
                .orElseThrow()
                .path("rows");
    }

    private static List<String> layers(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("layer").asText())
                .toList();
    }

    @SafeVarargs
    private static void program(String module, String artifact, String main, List<String>... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(main));
        List.of(options).forEach(arguments::addAll);
        List<String> flags = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        flags.addAll(trust);
        String classPath = jar(module, artifact) + ":" + Jvm.classPath(module);
        Process process = Jvm.start(
                folder.resolve(artifact + ".log"), Map.of("LAMBDA_API_TOKENS", TOKEN), flags, classPath, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + artifact));
        STARTED.add(() -> process.destroyForcibly().onExit().join());
    }

    private static Path jar(String module, String artifact) {
        try (Stream<Path> files = Files.list(Jvm.ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(artifact + "-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
