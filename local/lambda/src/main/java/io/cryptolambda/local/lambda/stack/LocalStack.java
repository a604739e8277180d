package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.flink.FlinkDashboard;
import io.cryptolambda.local.lambda.flink.JobFile;
import io.cryptolambda.local.lambda.flink.JobJar;
import io.cryptolambda.local.lambda.flink.JobKeeper;
import io.cryptolambda.local.lambda.flink.RetainedCheckpoints;
import io.cryptolambda.local.lambda.flink.UploadedJars;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Everything that runs, and in which order it starts: the picture of the system as a list. */
public final class LocalStack implements AutoCloseable {
    /** What the data directory holds is whole. */
    public static final Step.Action NOTHING_TO_RESTORE = () -> {};

    private static final int JOB_PARALLELISM = 2;

    private final ProjectLayout project;
    private final DataDirectory data;
    private final StackSettings settings;
    private final Supervisor supervisor;
    private final Consumer<String> progress;
    private final Step.Action restoration;
    private final JobKeeper job;
    private final StreamsInstances streams;

    /**
     * @param restoration fills Kafka and Elasticsearch before anything reads them
     * @param progress told what happened, a line each
     */
    public LocalStack(
            ProjectLayout project,
            DataDirectory data,
            StackSettings settings,
            Supervisor supervisor,
            Step.Action restoration,
            Consumer<String> progress)
            throws IOException {
        this.project = project;
        this.data = data;
        this.settings = settings;
        this.supervisor = supervisor;
        this.restoration = restoration;
        this.progress = progress;
        this.job = jobKeeper();
        this.streams = new StreamsInstances(new Programs(project, data, settings), data, supervisor, progress);
    }

    /** Starts everything; returns when all of it is healthy and the job runs. */
    public void start() throws IOException, StartFailure, InterruptedException {
        new StartPlan(steps()).run();
    }

    /** Stops looking after the job and the number of instances. The processes are the supervisor's. */
    @Override
    public void close() {
        streams.close();
        job.close();
    }

    private List<Step> steps() throws IOException {
        Ports ports = settings.ports();
        KafkaServer kafka = new KafkaServer(project, data, ports, settings.links());
        FlinkCluster flink =
                new FlinkCluster(project, data, ports, settings.retention().checkpoints());
        Programs programs = new Programs(project, data, settings);

        List<Step> steps = new ArrayList<>();
        if (settings.market().simulated()) {
            steps.add(process(programs.exchange()));
        }
        steps.add(process(kafka.process()));
        steps.add(process(ElasticsearchServer.process(project, data, ports, settings.elasticsearchHeap())));
        steps.add(process(S3Server.process(project, data, ports)));
        steps.add(process(flink.jobManager()));
        steps.add(process(flink.taskManager()));
        steps.add(task("topics", () -> TopicSetup.create(ports.kafkaAddress()), "kafka"));
        String log = "topics";
        if (restoration != NOTHING_TO_RESTORE) {
            log = "restoration";
            steps.add(task(log, restoration, "topics", "elasticsearch", "s3"));
        }
        steps.add(process(programs.ingest(), settings.market().simulated() ? "exchange" : log, log));
        steps.add(task("kstreams", streams::start, log));
        steps.add(task("flink-job", this::startJob, log, "elasticsearch", "flink-jobmanager", "flink-taskmanager"));
        steps.add(process(programs.serving(), log, "elasticsearch"));
        return steps;
    }

    private Step process(ProcessSpec spec, String... after) {
        return task(spec.name(), () -> supervisor.start(spec), after);
    }

    private Step task(String name, Step.Action action, String... after) {
        return new Step(name, Arrays.asList(after), () -> {
            action.run();
            progress.accept(name + " is ready");
        });
    }

    private void startJob() throws IOException, StartFailure, InterruptedException {
        job.start(new Launcher(project.root(), data.path()).log("flink-jobmanager"));
    }

    private JobKeeper jobKeeper() {
        Path jar = project.root().resolve("speed-flink/target/speed-flink-job.jar");
        List<String> arguments = List.of(
                "--kafka",
                settings.links().kafka("flink", settings.ports().kafka()),
                "--elasticsearch",
                settings.links().url("flink", "elasticsearch", settings.ports().elasticsearch()));
        return new JobKeeper(
                new FlinkDashboard(settings.ports().flinkUrl()),
                new RetainedCheckpoints(FlinkCluster.checkpoints(data)),
                Duration.ofMillis(settings.retention().formerCheckpointsMillis()),
                new JobFile(data.resolve("flink-job.json")),
                new UploadedJars(FlinkCluster.jobManagerFiles(data), data.resolve("flink/job.jar")),
                new JobJar(jar, "io.cryptolambda.speed.flink.SpeedJob", arguments, JOB_PARALLELISM),
                progress);
    }
}
