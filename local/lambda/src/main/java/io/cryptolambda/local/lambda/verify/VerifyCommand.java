package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.local.lambda.batch.SparkBatch;
import io.cryptolambda.local.lambda.command.DataDirOption;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.S3Server;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Parity of what is served with the naive oracle. Exit code 0 only if all documents are equal. */
@Command(
        name = "verify",
        description = {
            "Recomputes every document from the raw log and the master dataset by the plain definitions and compares it,",
            "bit for bit, with what the API serves. Exit code 1 unless all are equal. The page shows the last result."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private SelectionOptions selected;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = {
                "how long to wait until the speed layer has taken in the log as it is now, and how long for one answer of",
                "the API while it is busy (default ${DEFAULT-VALUE})"
            })
    private Duration timeout;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        DataDirectory data = dataDir.directory();
        Selection selection = selected.selection(command.commandLine());
        Optional<StackState> running = new StateFiles(data).runningState();
        if (running.isEmpty()) {
            err.println("nothing is running on " + data.path() + "; ./lambda up starts it");
            return 1;
        }
        StackSettings settings = running.get().settings();
        ProgressBar progress = new ProgressBar(err, System.console() != null);
        ParityReport report = check(data, settings, selection, progress);
        new ParityPublication(settings.ports().elasticsearchUrl(), Clock.systemUTC()).publish(report, selection);
        if (json) {
            out.println(JsonReport.of(report));
        } else {
            TextReport.print(report, out);
        }
        return report.total().holds() ? 0 : 1;
    }

    private ParityReport check(DataDirectory data, StackSettings settings, Selection selection, ProgressBar progress)
            throws Exception {
        Ports ports = settings.ports();
        boolean elsewhere = settings.generation() > 1 || S3Server.holdsImports(data);
        try (ExportedMaster master = new ExportedMaster(
                data.resolve("tmp/verify-" + ProcessHandle.current().pid()),
                elsewhere,
                arguments -> export(data, settings, arguments, progress))) {
            return new ParityCheck(
                            ports.kafkaAddress(),
                            ports.elasticsearchUrl(),
                            ports.servingUrl(),
                            master,
                            settings.generation(),
                            timeout,
                            Runtime.getRuntime().availableProcessors())
                    .run(selection, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private static int export(DataDirectory data, StackSettings settings, List<String> arguments, ProgressBar progress)
            throws IOException, InterruptedException {
        progress.line("reading what only the master dataset has");
        ProjectLayout project = ProjectLayout.fromSystem();
        return new Launcher(project.root(), data.path())
                .start(SparkBatch.process(project, data, settings, "export", arguments)
                        .named("verify-export"))
                .waitFor();
    }
}
