package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.local.lambda.command.DataDirOption;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Parity of everything that is served with the naive oracle. Exit code 0 only if all documents are equal. */
@Command(
        name = "verify",
        description =
                "Recomputes every document from the raw log by the plain definitions and compares it, bit for bit,"
                        + " with what the API serves. Exit code 1 unless all are equal. The page shows the last result.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Mixin
    private DataDirOption dataDir;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description =
                    "how long to wait until the speed layer has taken in the log as it is now (default ${DEFAULT-VALUE})")
    private Duration timeout;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Optional<StackState> running = new StateFiles(dataDir.directory()).runningState();
        if (running.isEmpty()) {
            err.println("nothing is running on " + dataDir.directory().path() + "; ./lambda up starts it");
            return 1;
        }
        StackSettings settings = running.get().settings();
        Ports ports = settings.ports();
        ParityCheck check = new ParityCheck(
                ports.kafkaAddress(), ports.elasticsearchUrl(), ports.servingUrl(), settings.generation(), timeout);
        ParityReport report = check.run(err::println);
        new ParityPublication(ports.elasticsearchUrl(), Clock.systemUTC()).publish(report);
        if (json) {
            out.println(JsonReport.of(report));
        } else {
            TextReport.print(report, out);
        }
        return report.total().holds() ? 0 : 1;
    }
}
