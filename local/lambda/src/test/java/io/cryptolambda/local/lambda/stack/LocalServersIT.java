package io.cryptolambda.local.lambda.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Topics;
import io.cryptolambda.local.lambda.flink.FlinkDashboard;
import io.cryptolambda.local.lambda.flink.JobFile;
import io.cryptolambda.local.lambda.flink.JobJar;
import io.cryptolambda.local.lambda.flink.JobKeeper;
import io.cryptolambda.local.lambda.flink.RetainedCheckpoints;
import io.cryptolambda.local.lambda.flink.UploadedJars;
import io.cryptolambda.local.lambda.http.JsonHttp;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.ProcessState;
import io.cryptolambda.local.lambda.process.Supervisor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real servers, each from its own class path, asks each something, kills one, and stops them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalServersIT {
    private static final ProjectLayout PROJECT =
            new ProjectLayout(Path.of("..", "..").toAbsolutePath().normalize());

    private static final String ENTRY_CLASS = "io.cryptolambda.speed.flink.SpeedJob";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static Ports ports;
    private static Supervisor supervisor;

    @BeforeAll
    static void startServers() throws Exception {
        data = new DataDirectory(directory.resolve("data"));
        data.claim();
        ports = freePorts();
        supervisor = new Supervisor(new Launcher(PROJECT.root(), data.path()), System.out::println, () -> {});
        FlinkCluster flink = new FlinkCluster(PROJECT, data, ports, 3);
        new StartPlan(List.of(
                        step(new KafkaServer(PROJECT, data, ports, Links.NONE).process()),
                        step(ElasticsearchServer.process(PROJECT, data, ports, "512m")),
                        step(S3Server.process(PROJECT, data, ports)),
                        step(flink.jobManager()),
                        step(flink.taskManager())))
                .run();
    }

    @AfterAll
    static void endWhatIsLeft() {
        supervisor.stop();
        new OwnProcesses(data.path()).end(Duration.ofSeconds(10));
    }

    @Test
    @Order(1)
    void shouldCreateTheTopicsOnceAndOnlyOnce() throws Exception {
        TopicSetup.create(ports.kafkaAddress());
        TopicSetup.create(ports.kafkaAddress());

        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.kafkaAddress()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topics.Topic::name).toList());
        }
    }

    @Test
    @Order(2)
    void shouldAnswerAsElasticsearch7() throws IOException {
        assertThat(JsonHttp.get(URI.create(ports.elasticsearchUrl()))
                        .path("version")
                        .path("number")
                        .asText())
                .startsWith("7.17.");
    }

    @Test
    @Order(3)
    void shouldHaveTheBucketAndKeepStrangersOut() throws Exception {
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create(ports.s3Url() + "/" + S3Server.BUCKET))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(unsigned, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        assertThat(data.resolve("s3/objects").resolve(S3Server.BUCKET)).isDirectory();
    }

    @Test
    @Order(4)
    void shouldHaveATaskManagerWithFourSlots() throws IOException {
        assertThat(JsonHttp.get(URI.create(ports.flinkUrl() + "/overview"))
                        .path("slots-available")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    @Order(5)
    void shouldStartAProcessAgainThatWasKilledAndCountIt() {
        ProcessState before = process("s3");
        before.identity().find().orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(process("s3").restarts()).isEqualTo(1);
            assertThat(process("s3").healthy()).isTrue();
        });
        assertThat(process("s3").identity()).isNotEqualTo(before.identity());
    }

    @Test
    @Order(6)
    void shouldSubmitAgainWhatAUserHasSubmittedByHandOnceTheJobManagerDies() throws Exception {
        Path jar = PROJECT.root().resolve("speed-flink/target/speed-flink-job.jar");
        List<String> servers =
                List.of("--kafka=" + ports.kafkaAddress(), "--elasticsearch=" + ports.elasticsearchUrl());
        JobFile file = new JobFile(data.resolve("flink-job.json"));
        UploadedJars uploaded = new UploadedJars(FlinkCluster.jobManagerFiles(data), data.resolve("flink/job.jar"));
        try (JobKeeper keeper = new JobKeeper(
                new FlinkDashboard(ports.flinkUrl()),
                new RetainedCheckpoints(FlinkCluster.checkpoints(data)),
                Duration.ofDays(7),
                file,
                uploaded,
                new JobJar(jar, ENTRY_CLASS, servers, 1),
                System.out::println)) {
            keeper.start(data.resolve("logs/flink-jobmanager.log"));
            submitByHand(upgraded(jar), servers);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(uploaded.kept()).exists());
            String byHand = file.read().orElseThrow().id();
            process("flink-jobmanager").identity().find().orElseThrow().destroyForcibly();

            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                assertThat(file.read().orElseThrow().id()).isNotEqualTo(byHand);
                assertThat(job(file).path("state").asText()).isEqualTo("RUNNING");
            });
            assertThat(config(file).path("job-parallelism").asInt()).isEqualTo(2);
            assertThat(config(file).path("user-config").toString()).contains("--horizon=25h");
            Files.delete(uploaded.kept());
            uploaded.keep(file.read().orElseThrow().id(), ENTRY_CLASS);
            try (FileSystem zip = FileSystems.newFileSystem(uploaded.kept())) {
                assertThat(zip.getPath("upgraded")).exists();
            }
        }
    }

    private static JsonNode job(JobFile file) throws IOException {
        return JsonHttp.get(URI.create(
                ports.flinkUrl() + "/jobs/" + file.read().orElseThrow().id()));
    }

    private static JsonNode config(JobFile file) throws IOException {
        String id = file.read().orElseThrow().id();
        return JsonHttp.get(URI.create(ports.flinkUrl() + "/jobs/" + id + "/config"))
                .path("execution-config");
    }

    /** The same job in another file. */
    private static Path upgraded(Path jar) throws IOException {
        Path upgraded = Files.copy(jar, directory.resolve("upgraded.jar"));
        try (FileSystem zip = FileSystems.newFileSystem(upgraded)) {
            Files.writeString(zip.getPath("upgraded"), "by hand");
        }
        return upgraded;
    }

    private static void submitByHand(Path jar, List<String> servers) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                PROJECT.root().resolve("deploy/scripts/submit-flink-job").toString(),
                "--dashboard=" + ports.flinkUrl(),
                "--jar=" + jar,
                "--parallelism=2",
                "--"));
        command.addAll(servers);
        command.add("--horizon=25h");
        Process submission = new ProcessBuilder(command).inheritIO().start();
        assertThat(submission.waitFor()).isZero();
    }

    @Test
    @Order(7)
    void shouldLeaveNoProcessBehind() {
        assertThat(new OwnProcesses(data.path()).running()).hasSize(5);

        supervisor.stop();

        assertThat(new OwnProcesses(data.path()).running()).isEmpty();
        assertThat(ports.taken(true)).isEmpty();
        assertThat(Files.exists(data.resolve("logs/kafka.log"))).isTrue();
    }

    private static Step step(ProcessSpec spec) {
        return new Step(spec.name(), List.of(), () -> supervisor.start(spec));
    }

    private static ProcessState process(String name) {
        return supervisor.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Ports freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        int[] free = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8], free[9]);
    }
}
