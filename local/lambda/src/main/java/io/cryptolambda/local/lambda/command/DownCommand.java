package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the stack. What it keeps on disk stays. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Ends everything that runs. The data stays.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration SUPERVISOR_PATIENCE = Duration.ofSeconds(90);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirOption dataDir;

    @Override
    public Integer call() throws Exception {
        DataDirectory data = dataDir.directory();
        PrintWriter out = spec.commandLine().getOut();
        Optional<ProcessHandle> supervisor =
                new StateFiles(data).runningState().map(StackState::supervisor).flatMap(identity -> identity.find());
        supervisor.ifPresent(process -> OwnProcesses.end(List.of(process), SUPERVISOR_PATIENCE));
        int orphans = new OwnProcesses(data.path()).end(ORPHAN_PATIENCE);
        if (supervisor.isPresent()) {
            out.println("stopped");
        } else if (orphans > 0) {
            out.println("ended " + orphans + " processes that a killed lambda had left");
        } else {
            out.println("nothing is running on " + data.path());
        }
        return 0;
    }
}
