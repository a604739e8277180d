package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Two of our jobs on one cluster. */
final class FlinkFaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private FlinkFaults() {}

    /** A second job beside the first, as a user can submit one, cancelled after a while. */
    static Fault secondJob() {
        return new Fault("second-flink-job", (world, random) -> {
            String flink = world.stack().ports().flinkUrl();
            JsonNode jars = world.stack().flink().get("/jars");
            ObjectNode request = JSON.createObjectNode()
                    .put("entryClass", "io.cryptolambda.speed.flink.SpeedJob")
                    .put("parallelism", 2);
            List.of(
                            "--kafka",
                            world.stack().kafka(),
                            "--elasticsearch",
                            world.stack().ports().elasticsearchUrl())
                    .forEach(request.putArray("programArgsList")::add);
            String jar = jars.path("files").path(0).path("id").asText();
            HttpRequest run = HttpRequest.newBuilder(URI.create(flink + "/jars/" + jar + "/run"))
                    .timeout(Duration.ofMinutes(2))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(request.toString()))
                    .build();
            var answer = CLIENT.send(run, BodyHandlers.ofString());
            String job = JSON.readTree(answer.body()).path("jobid").asText();
            world.say("  " + (job.isEmpty() ? answer.body() : "job " + job));
            if (!job.isEmpty()) {
                World.last(ProcessFaults.between(random, Duration.ofSeconds(15), Duration.ofSeconds(30)));
                world.stack().flink().patch("/jobs/" + job);
            }
        });
    }
}
