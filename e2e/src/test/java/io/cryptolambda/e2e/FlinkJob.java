package io.cryptolambda.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The speed layer's job as a person has it in Flink's dashboard. */
final class FlinkJob {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Stack stack;

    FlinkJob(Stack stack) {
        this.stack = stack;
    }

    /** The id of the job that runs, with every task of it; waits for it. */
    String awaitRunning() {
        return Awaitility.await("the job runs")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                // Away while a job manager is being started.
                .ignoreExceptions()
                .until(this::running, id -> !id.isEmpty());
    }

    /** Waits for a checkpoint that begins now or later: the job then goes on from what it reads now. */
    void awaitNextCheckpoint() {
        Map<String, Integer> before = new HashMap<>();
        Awaitility.await("a checkpoint")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                // Away while a job manager is being started.
                .ignoreExceptions()
                .until(() -> {
                    String job = running();
                    int completed = stack.flink()
                            .get("/jobs/" + job + "/checkpoints")
                            .at("/counts/completed")
                            .asInt();
                    return completed > before.computeIfAbsent(job, first -> completed);
                });
    }

    void cancel() {
        stack.flink().patch("/jobs/" + awaitRunning() + "?mode=cancel");
    }

    /** Stops it; where its state is. */
    String stopWithSavepoint() {
        String job = awaitRunning();
        String request = stack.flink()
                .post(
                        "/jobs/" + job + "/stop",
                        new ObjectMapper().createObjectNode().put("drain", false))
                .required("request-id")
                .asText();
        JsonNode answer = Awaitility.await("a savepoint")
                .atMost(LIMIT)
                .until(
                        () -> stack.flink().get("/jobs/" + job + "/savepoints/" + request),
                        asked -> asked.at("/status/id").asText().equals("COMPLETED"));
        return answer.required("operation").required("location").asText();
    }

    /** Uploads a jar and runs a class of it from a savepoint. */
    void run(Path jar, String entryClass, int parallelism, String savepoint) {
        String file = stack.flink()
                .upload("/jars/upload", "jarfile", jar)
                .required("filename")
                .asText();
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.put("entryClass", entryClass);
        request.put("parallelism", parallelism);
        request.put("savepointPath", savepoint);
        List.of("--kafka", stack.kafka(), "--elasticsearch", stack.elasticsearch())
                .forEach(request.putArray("programArgsList")::add);
        stack.flink().post("/jars/" + Path.of(file).getFileName() + "/run", request);
    }

    /** Bytes on the heap of the task manager. */
    long taskManagerHeap() {
        String id = stack.flink().get("/taskmanagers").at("/taskmanagers/0/id").asText();
        return stack.flink()
                .get("/taskmanagers/" + id + "/metrics?get=Status.JVM.Memory.Heap.Used")
                .at("/0/value")
                .asLong();
    }

    /** Names of all metrics that its tasks show in the dashboard. */
    List<String> metrics() {
        String job = awaitRunning();
        return StreamSupport.stream(
                        stack.flink().get("/jobs/" + job).path("vertices").spliterator(), false)
                .map(vertex -> "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics")
                .flatMap(path -> StreamSupport.stream(stack.flink().get(path).spliterator(), false))
                .map(metric -> metric.path("id").asText())
                // The operator's name comes before it.
                .map(id -> id.substring(id.lastIndexOf('.') + 1))
                .toList();
    }

    private String running() {
        return StreamSupport.stream(
                        stack.flink().get("/jobs/overview").path("jobs").spliterator(), false)
                .filter(job -> job.path("state").asText().equals("RUNNING"))
                .filter(job -> job.at("/tasks/running").asInt()
                        == job.at("/tasks/total").asInt())
                .map(job -> job.path("jid").asText())
                .findFirst()
                .orElse("");
    }
}
