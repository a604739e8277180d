package io.cryptolambda.local.lambda.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.local.lambda.flink.FlinkDashboard;
import io.cryptolambda.local.lambda.flink.JobFile;
import io.cryptolambda.local.lambda.flink.JobRecord;
import io.cryptolambda.local.lambda.http.JsonHttp;
import io.cryptolambda.local.lambda.process.ProcessState;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks every part of a running stack how it is. */
public final class StackStatus {
    private final DataDirectory data;

    public StackStatus(DataDirectory data) {
        this.data = data;
    }

    /** Takes a few seconds at most. */
    public StatusReport report() throws IOException {
        Optional<StackState> running = new StateFiles(data).runningState();
        return running.isPresent() ? report(running.get()) : StatusReport.NOTHING;
    }

    private StatusReport report(StackState state) throws IOException {
        Ports ports = state.settings().ports();
        boolean simulated = state.settings().market().simulated();
        List<StatusReport.Process> processes =
                state.processes().stream().map(StackStatus::process).toList();
        StatusReport.FlinkJob job = job(ports);
        try (KafkaLag kafka = new KafkaLag(ports.kafkaAddress())) {
            ElasticsearchCounts elasticsearch = new ElasticsearchCounts(ports.elasticsearchUrl());
            JsonNode simulator = simulated ? get(ports.exchangeUrl() + "/simulator/status") : null;
            JsonNode ingest = get("http://127.0.0.1:" + ports.ingestMetrics() + "/status");
            Drained drained = new Drained(
                    flag(simulator, "replay_ended"),
                    flag(ingest, "caught_up"),
                    Reading.orNull(kafka::streamsLag),
                    Reading.orNull(kafka::flinkLag));
            boolean caughtUp = drained.all() && refreshed(elasticsearch);
            boolean ready = state.phase() == StackState.Phase.READY
                    && processes.stream().allMatch(StatusReport.Process::healthy)
                    && job != null
                    && job.inOrder();
            return new StatusReport(
                    true,
                    state.phase().name(),
                    ready,
                    caughtUp,
                    processes,
                    number(simulated ? simulator : ingest, "exchange_time"),
                    new StatusReport.Lag(
                            drained.streamsLag(), drained.flinkLag(), servingMillis(ports, kafka, drained)),
                    new StatusReport.Counts(
                            Reading.orNull(kafka::rawRecords),
                            Reading.orNull(elasticsearch::features),
                            Reading.orNull(elasticsearch::indicators),
                            Reading.orNull(kafka::deadLetters)),
                    Reading.orNull(elasticsearch::batch),
                    job,
                    DiskUse.of(data.path()));
        }
    }

    private static StatusReport.Process process(ProcessState state) {
        return new StatusReport.Process(
                state.name(),
                state.identity().pid(),
                state.port() == 0 ? null : state.port(),
                state.healthy(),
                state.restarts());
    }

    private static boolean refreshed(ElasticsearchCounts elasticsearch) {
        Boolean done = Reading.orNull(() -> {
            elasticsearch.refresh();
            return true;
        });
        return done != null;
    }

    private static Long servingMillis(Ports ports, KafkaLag kafka, Drained drained) {
        if (drained.stages()) {
            return 0L;
        }
        Long newestServed = number(get(ports.servingUrl() + "/api/v1/layers"), "newest_as_of_time");
        Long newestRaw = Reading.orNull(kafka::newestRawAppendTime);
        return newestServed == null || newestRaw == null ? null : Math.max(0, newestRaw - newestServed);
    }

    private StatusReport.FlinkJob job(Ports ports) throws IOException {
        Optional<JobRecord> recorded = new JobFile(data.resolve("flink-job.json")).read();
        if (recorded.isEmpty()) {
            return null;
        }
        JobRecord job = recorded.get();
        FlinkDashboard dashboard = new FlinkDashboard(ports.flinkUrl());
        String state = Reading.orNull(() -> dashboard.state(job.id()));
        return new StatusReport.FlinkJob(
                job.id(),
                state == null && job.cancelled() ? "CANCELED" : state,
                Reading.orNull(() -> dashboard.checkpointsCompleted(job.id())));
    }

    private static JsonNode get(String url) {
        return Reading.orNull(() -> JsonHttp.get(URI.create(url)));
    }

    private static Boolean flag(JsonNode answer, String field) {
        return answer != null && answer.path(field).isBoolean()
                ? answer.path(field).asBoolean()
                : null;
    }

    private static Long number(JsonNode answer, String field) {
        return answer != null && answer.path(field).isNumber()
                ? answer.path(field).asLong()
                : null;
    }
}
