package io.cryptolambda.local.lambda.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The part of the dashboard's REST API that is needed here. Every call fails with an {@link IOException} if it is away. */
public final class FlinkDashboard {
    private static final Duration SUBMISSION_LIMIT = Duration.ofSeconds(120);
    private static final String BOUNDARY = "crypto-lambda-job-jar";

    private final String url;

    /** @param url such as {@code http://127.0.0.1:8081} */
    public FlinkDashboard(String url) {
        this.url = url;
    }

    /** Every job that this job manager knows, over or not. */
    List<JobStatus> jobs() throws IOException {
        List<JobStatus> jobs = new ArrayList<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            jobs.add(new JobStatus(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    job.path("start-time").asLong()));
        }
        return jobs;
    }

    /** Whether the job runs and each of its tasks does. */
    boolean fullyRunning(String jobId) throws IOException {
        JsonNode job = get("/jobs/" + jobId);
        boolean running = job.path("state").asText().equals("RUNNING");
        for (JsonNode vertex : job.path("vertices")) {
            running &= vertex.path("status").asText().equals("RUNNING");
        }
        return running;
    }

    /** How many checkpoints the job has completed under this job manager. */
    public long checkpointsCompleted(String jobId) throws IOException {
        return get("/jobs/" + jobId + "/checkpoints")
                .path("counts")
                .path("completed")
                .asLong();
    }

    /** The job's state in Flink's word. */
    public String state(String jobId) throws IOException {
        return get("/jobs/" + jobId).path("state").asText();
    }

    /**
     * What to submit to have the job once more as it is. Its own program arguments are what it shows of them, as
     * {@code argument.N}; one that shows none, and no parallelism, has those of {@code otherwise}.
     */
    JobJar submission(String jobId, Path jar, JobJar otherwise) throws IOException {
        JsonNode config = get("/jobs/" + jobId + "/config").path("execution-config");
        JsonNode shown = config.path("user-config");
        List<String> arguments = new ArrayList<>();
        while (shown.has("argument." + arguments.size())) {
            arguments.add(shown.path("argument." + arguments.size()).asText());
        }
        int parallelism = config.path("job-parallelism").asInt();
        return new JobJar(
                jar,
                otherwise.entryClass(),
                arguments.isEmpty() ? otherwise.arguments() : arguments,
                parallelism > 0 ? parallelism : otherwise.parallelism());
    }

    /** Why the job failed last, in one line; empty if it has not. */
    String lastFailure(String jobId) throws IOException {
        JsonNode entries =
                get("/jobs/" + jobId + "/exceptions").path("exceptionHistory").path("entries");
        String trace = entries.path(0).path("stacktrace").asText("");
        List<String> causes = trace.lines()
                .filter(line -> !line.startsWith("\t"))
                .map(String::strip)
                .toList();
        return causes.isEmpty() ? "" : causes.get(causes.size() - 1);
    }

    /** Uploads a jar; returns the id to run it by. */
    String upload(Path jar) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n"),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        String answer = JsonHttp.send(HttpRequest.newBuilder(URI.create(url + "/jars/upload"))
                .timeout(SUBMISSION_LIMIT)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body)
                .build());
        String file = new ObjectMapper().readTree(answer).path("filename").asText();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * Runs an uploaded jar.
     *
     * @param savepoint checkpoint or savepoint to resume from, null to start from nothing
     * @return the id of the job
     */
    String run(String jarId, JobJar job, String savepoint) throws IOException {
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.put("entryClass", job.entryClass());
        request.put("parallelism", job.parallelism());
        job.arguments().forEach(request.putArray("programArgsList")::add);
        if (savepoint != null) {
            request.put("savepointPath", savepoint);
        }
        return JsonHttp.post(URI.create(url + "/jars/" + jarId + "/run"), request, SUBMISSION_LIMIT)
                .path("jobid")
                .asText();
    }

    private JsonNode get(String path) throws IOException {
        return JsonHttp.get(URI.create(url + path));
    }
}
