package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.LambdaMain;
import io.cryptolambda.local.lambda.process.HealthProbe;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.OwnProcesses;
import io.cryptolambda.local.lambda.process.ProcessSpec;
import io.cryptolambda.local.lambda.process.Tier;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.StackState;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a supervisor that outlives this command and its terminal, and shows what it prints until it is ready. */
final class Detached {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final DataDirectory data;
    private final List<String> arguments;
    private final PrintWriter out;

    /** @param arguments what the supervisor is started with */
    Detached(DataDirectory data, List<String> arguments, PrintWriter out) {
        this.data = data;
        this.arguments = arguments;
        this.out = out;
    }

    /** Returns 0 once the stack is ready, or the supervisor's exit code once it has given up. */
    int call() throws IOException, InterruptedException {
        Files.createDirectories(data.supervisorLog().getParent());
        Files.deleteIfExists(data.supervisorLog());
        Files.createFile(data.supervisorLog());
        Process supervisor = start();
        Thread interrupted =
                new Thread(() -> OwnProcesses.end(List.of(supervisor.toHandle()), PATIENCE), "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (SeekableByteChannel log = Files.newByteChannel(data.supervisorLog())) {
            boolean ended = false;
            while (!ended && !ready(supervisor)) {
                ended = supervisor.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                copy(log);
            }
            Runtime.getRuntime().removeShutdownHook(interrupted);
            copy(log);
            return ended ? Math.max(1, supervisor.exitValue()) : 0;
        }
    }

    private Process start() throws IOException {
        ProcessSpec spec = ProcessSpec.java(
                "supervisor",
                Tier.PROGRAM,
                0,
                HealthProbe.none(),
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"),
                LambdaMain.class.getName(),
                arguments);
        ProcessBuilder builder = new Launcher(ProjectLayout.fromSystem().root(), data.path()).builder(spec);
        builder.environment().remove("LAMBDA_DETACH");
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.supervisorLog().toFile()))
                .start();
    }

    private boolean ready(Process supervisor) throws IOException {
        Optional<StackState> state = new StateFiles(data).state();
        return state.filter(now -> now.supervisor().pid() == supervisor.pid())
                .filter(now -> now.phase() == StackState.Phase.READY)
                .isPresent();
    }

    private void copy(SeekableByteChannel log) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8_192);
        while (log.read(buffer.clear()) > 0) {
            out.print(StandardCharsets.UTF_8.decode(buffer.flip()));
        }
        out.flush();
    }
}
