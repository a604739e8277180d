package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.batch.Restoration;
import io.cryptolambda.local.lambda.batch.SparkBatch;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.LogRotation;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.ProcessIdentity;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.process.Supervisor;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.LocalStack;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.ScheduledRun;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import io.cryptolambda.local.lambda.verify.SampleVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One life of the stack: start, ready, stop. The state on disk follows. */
final class StackRunner {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final StackSettings settings;
    private final StateFiles files;
    private final Consumer<String> progress;
    private final Supervisor supervisor;
    private final LocalStack stack;
    private final ScheduledRun batch;
    private final ScheduledRun verification;
    private final LogRotation logs;
    private volatile StackState.Phase phase = StackState.Phase.STARTING;
    private boolean stopped;

    /** @param progress told what happened, a line each */
    StackRunner(ProjectLayout project, DataDirectory data, StackSettings settings, Consumer<String> progress)
            throws IOException {
        this.data = data;
        this.settings = settings;
        this.files = new StateFiles(data);
        this.progress = progress;
        Launcher launcher = new Launcher(project.root(), data.path());
        this.supervisor = new Supervisor(launcher, progress, this::writeState);
        Restoration restoration = new Restoration(data);
        this.stack = new LocalStack(
                project,
                data,
                settings,
                supervisor,
                restoration.unfinished() ? () -> restoration.run(project, settings) : LocalStack.NOTHING_TO_RESTORE,
                progress);
        this.batch = new ScheduledRun(
                "batch",
                () -> SparkBatch.process(project, data, settings, "all", List.of()),
                launcher,
                data.batchLock(),
                progress);
        ProcessSpec sample = SampleVerification.process(project, data);
        this.verification =
                new ScheduledRun(sample.name(), () -> sample, launcher, data.resolve("verify.lock"), progress);
        this.logs = new LogRotation(
                data.resolve("logs"),
                settings.retention().logBytes(),
                settings.retention().logFiles(),
                progress);
    }

    /** Starts everything; returns when it is ready. */
    void start() throws IOException, StartFailure, InterruptedException {
        files.write(settings.market());
        writeState();
        Files.createDirectories(data.resolve("logs"));
        logs.start();
        stack.start();
        phase = StackState.Phase.READY;
        writeState();
        batch.start(Duration.ofMillis(settings.batchEveryMillis()));
        verification.start(Duration.ofMillis(settings.verifyEveryMillis()));
    }

    /**
     * Stops everything and leaves no process, however far the start had come.
     *
     * @return false if it was stopped before
     */
    synchronized boolean stop() {
        if (stopped) {
            return false;
        }
        stopped = true;
        progress.accept("stopping");
        phase = StackState.Phase.STOPPING;
        writeState();
        stack.close();
        verification.close();
        logs.close();
        batch.close();
        supervisor.stop();
        new OwnProcesses(data.path()).end(PATIENCE);
        progress.accept("stopped");
        return true;
    }

    private void writeState() {
        try {
            writeStateNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeStateNow() throws IOException {
        // Taken and written as one, or an older look at the processes could replace a newer one.
        synchronized (files) {
            files.write(new StackState(
                    ProcessIdentity.of(ProcessHandle.current()), phase, settings, supervisor.processes()));
        }
    }
}
