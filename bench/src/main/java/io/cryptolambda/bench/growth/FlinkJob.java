package io.cryptolambda.bench.growth;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.bench.stack.Http;
import java.io.IOException;

/** The speed layer's job, by the dashboard's REST API. */
final class FlinkJob {
    private static final double MEGABYTES = 1 << 20;

    private final String address;

    /** Finds the one job that runs. */
    FlinkJob(String dashboard) throws IOException, InterruptedException {
        for (JsonNode job : Http.get(dashboard + "/jobs/overview").path("jobs")) {
            if (job.path("state").asText().equals("RUNNING")) {
                this.address = dashboard + "/jobs/" + job.path("jid").asText();
                return;
            }
        }
        throw new IOException("no job runs");
    }

    /**
     * What its checkpoints were like.
     *
     * @param stateMegabytes all state of the newest
     * @param writtenMegabytes what the newest wrote anew
     * @param medianMillis time of one, from the trigger to its completion
     */
    record Checkpoints(double stateMegabytes, double writtenMegabytes, long medianMillis) {}

    Checkpoints checkpoints() throws IOException, InterruptedException {
        JsonNode found = Http.get(address + "/checkpoints");
        JsonNode newest = found.path("latest").path("completed");
        return new Checkpoints(
                newest.path("state_size").asLong() / MEGABYTES,
                newest.path("checkpointed_size").asLong() / MEGABYTES,
                Math.round(found.path("summary")
                        .path("end_to_end_duration")
                        .path("p50")
                        .asDouble()));
    }

    /** How often it was restored. */
    long restores() throws IOException, InterruptedException {
        return Http.get(address + "/checkpoints")
                .path("counts")
                .path("restored")
                .asLong();
    }

    /** Whether each of its tasks runs. */
    boolean running() throws IOException, InterruptedException {
        JsonNode job = Http.get(address);
        boolean running = job.path("state").asText().equals("RUNNING");
        for (JsonNode vertex : job.path("vertices")) {
            running &= vertex.path("status").asText().equals("RUNNING");
        }
        return running;
    }
}
