package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.batch.SparkBatch;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.HeldLock;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the batch layer now. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Runs a job of the batch layer on the running stack; its exit code is this command's.",
        footer = {
            "",
            "archive     appends to the master dataset what the log has grown by",
            "recompute   brings the views up to date and publishes them; recompute --full computes everything anew",
            "import      archives, then imports SYMBOL-1m-DATE.zip files of the exchange's public archive:",
            "            import DIR [--symbols A,B] [--from DATE] [--to DATE] [--require-checksum] [--horizon 24h]",
            "            import URL --symbols A,B --from DATE --to DATE",
            "compact     rewrites closed months to one file per symbol: compact [--retention 7d]",
            "check       compares our bars with the exchange's own files: check DIR",
            "all         archive, then recompute",
            "",
            "The last line on standard output is a summary in JSON."
        })
public final class BatchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<String> JOBS = List.of("archive", "recompute", "import", "compact", "check", "all");

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "JOB",
            defaultValue = "all",
            description = "archive, recompute, import, compact, check or all (default: ${DEFAULT-VALUE})")
    private String job;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ARGUMENT",
            description = "passed on to the job: its folder and its options")
    private List<String> arguments = List.of();

    @Mixin
    private DataDirOption dataDir;

    @Override
    public Integer call() throws Exception {
        if (!JOBS.contains(job)) {
            throw new ParameterException(spec.commandLine(), "'" + job + "' is none of " + JOBS);
        }
        DataDirectory data = dataDir.directory();
        PrintWriter err = spec.commandLine().getErr();
        Optional<StackState> running = new StateFiles(data).runningState();
        if (running.isEmpty()) {
            err.println("nothing is running on " + data.path() + "; ./lambda up starts it");
            return 1;
        }
        StackSettings settings = running.get().settings();
        try (HeldLock held = waitForTurn(data, err)) {
            return run(data, settings);
        }
    }

    private static HeldLock waitForTurn(DataDirectory data, PrintWriter err) throws IOException {
        Optional<HeldLock> lock = HeldLock.tryHold(data.batchLock());
        if (lock.isPresent()) {
            return lock.get();
        }
        err.println("another batch run is under way; waiting for its end");
        return HeldLock.hold(data.batchLock());
    }

    private int run(DataDirectory data, StackSettings settings) throws IOException, InterruptedException {
        ProjectLayout project = ProjectLayout.fromSystem();
        Process process = new Launcher(project.root(), data.path())
                .builder(SparkBatch.process(project, data, settings, job, arguments))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OwnProcesses.end(List.of(process.toHandle()), PATIENCE), "stop"));
        return process.waitFor();
    }
}
