package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.process.PortCheck;
import io.cryptolambda.local.lambda.process.ProcessState;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.Scale;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts and ends instances under load. The supervisor does it; this waits until it is done. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = "Runs N instances of a part of the running stack, from now on and after the next up.")
public final class ScaleCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 300;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PART", description = "kstreams")
    private String part;

    @Parameters(index = "1", paramLabel = "N", description = "number of instances, at most one for each partition")
    private int instances;

    @Mixin
    private DataDirOption dataDir;

    @Override
    public Integer call() throws Exception {
        Scale wanted = wanted();
        DataDirectory data = dataDir.directory();
        StateFiles files = new StateFiles(data);
        PrintWriter err = spec.commandLine().getErr();
        Optional<StackState> running = files.runningState();
        if (running.isEmpty()) {
            err.println("nothing is running on " + data.path() + "; ./lambda up starts it");
            return 1;
        }
        List<Integer> taken = takenPorts(running.get());
        if (!taken.isEmpty()) {
            err.println("metrics ports " + taken + " are taken; free them, or ./lambda up with another --metrics-port");
            return 1;
        }
        files.write(wanted);
        if (!follows(files, wanted)) {
            err.println("it did not come to " + instances + " instances; " + data.supervisorLog() + " says why");
            return 1;
        }
        spec.commandLine().getOut().println(instances + " instances of " + part + " are ready");
        return 0;
    }

    private Scale wanted() {
        if (!part.equals("kstreams")) {
            throw new ParameterException(spec.commandLine(), "'" + part + "' cannot be scaled, kstreams can");
        }
        try {
            return new Scale(instances);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Integer> takenPorts(StackState state) {
        return IntStream.rangeClosed((int) instances(state).count() + 1, instances)
                .map(state.settings().ports()::streamsMetrics)
                .filter(port -> !PortCheck.free(port))
                .boxed()
                .toList();
    }

    private static boolean follows(StateFiles files, Scale wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && files.scale().equals(wanted)) {
            Optional<StackState> state = files.runningState();
            if (state.isPresent()
                    && instances(state.get()).count() == wanted.kstreams()
                    && instances(state.get()).allMatch(ProcessState::healthy)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return false;
    }

    private static Stream<ProcessState> instances(StackState state) {
        return state.processes().stream().filter(process -> process.name().startsWith("kstreams"));
    }
}
