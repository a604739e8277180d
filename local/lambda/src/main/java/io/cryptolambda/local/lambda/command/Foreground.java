package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.process.OwnProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A program that writes where this one does, and ends when this one does. */
final class Foreground {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Foreground() {}

    /** Runs it to its end; returns its exit code. */
    static int run(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OwnProcesses.end(List.of(process.toHandle()), PATIENCE), "stop"));
        return process.waitFor();
    }
}
