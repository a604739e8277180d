package io.cryptolambda.local.lambda.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What {@code status --json} prints, in snake case. Null is "not known now".
 *
 * @param running whether there is a supervisor
 * @param phase how far it is: {@code STARTING, READY, STOPPING}; null if it does not run
 * @param ready whether everything is up and healthy
 * @param caughtUp whether the replay has ended and every stage is drained
 * @param processes the servers and programs
 * @param exchangeTime the exchange's clock, epoch milliseconds UTC
 * @param lag how far the stages are behind
 * @param counts how much there is
 * @param batch the run being served, null before the first
 * @param flinkJob our job on the Flink cluster
 * @param diskBytes what each folder of the data directory takes
 */
public record StatusReport(
        boolean running,
        String phase,
        boolean ready,
        boolean caughtUp,
        List<Process> processes,
        Long exchangeTime,
        Lag lag,
        Counts counts,
        Batch batch,
        FlinkJob flinkJob,
        Map<String, Long> diskBytes) {

    /** The report where no supervisor runs. */
    public static final StatusReport NOTHING = new StatusReport(
            false,
            null,
            false,
            false,
            List.of(),
            null,
            new Lag(null, null, null),
            new Counts(null, null, null, null),
            null,
            null,
            Map.of());

    /** One server or program; {@code port} is null where it has none to show. */
    public record Process(String name, long pid, Integer port, boolean healthy, int restarts) {}

    /**
     * @param kstreams raw records not yet committed by Kafka Streams
     * @param flink records of the features topic behind Flink's last checkpoint, transaction markers included; 0 if only
     *     markers are left
     * @param servingMs how far, in broker append time, the newest document served is behind the newest raw record
     */
    public record Lag(Long kstreams, Long flink, Long servingMs) {}

    /**
     * @param raw records of the raw topic
     * @param features 1-minute documents of the speed layer
     * @param indicators bar documents of the speed layer
     * @param deadLetters records of the dead letter topic
     */
    public record Counts(Long raw, Long features, Long indicators, Long deadLetters) {}

    /**
     * @param runId the run being served
     * @param k per partition, what the run knows
     * @param boundary the time boundary per interval
     */
    public record Batch(String runId, JsonNode k, JsonNode boundary) {}

    /**
     * @param id the job's id
     * @param state Flink's word; {@code CANCELED} if a user has ended it
     * @param checkpointsCompleted under the present job manager
     */
    public record FlinkJob(String id, String state, Long checkpointsCompleted) {
        /** Whether it is as it should be: running, or ended because somebody wanted it so. */
        boolean inOrder() {
            return "RUNNING".equals(state) || endedByUser();
        }

        boolean endedByUser() {
            return "CANCELED".equals(state) || "FINISHED".equals(state);
        }
    }
}
