package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Batch runs under way, killed, and two at once. */
final class BatchFaults {
    private static final String SPARK = "-Dlambda.process=batch";

    private BatchFaults() {}

    /** A run to its end, while everything else goes on. */
    static Fault run() {
        return new Fault("batch-run", (world, random) -> {
            Command run = world.stack().lambda("batch", "all");
            world.say("  ended with " + run.exitCode());
        });
    }

    /** {@code kill -9} of Spark at any moment of a run. The next one waits for the lease of the dead. */
    static Fault killed() {
        return new Fault("batch-killed", (world, random) -> {
            Process run = start(world);
            World.last(ProcessFaults.between(random, Duration.ofSeconds(5), Duration.ofSeconds(45)));
            spark(world).forEach(ProcessHandle::destroyForcibly);
            run.waitFor(1, TimeUnit.MINUTES);
            run.destroyForcibly();
        });
    }

    /** A run that stands still in the middle, so that a later one overtakes it; it goes on then, and must not publish. */
    static Fault overtaken() {
        return new Fault("batch-overtaken", (world, random) -> {
            Process first = start(world);
            World.last(ProcessFaults.between(random, Duration.ofSeconds(15), Duration.ofSeconds(35)));
            List<ProcessHandle> stopped = spark(world);
            stopped.forEach(process -> World.signal(process, "STOP"));
            try {
                // The command in front of it lets go of the local lock; the lease in the store has to expire.
                first.destroyForcibly();
                Command second = world.stack().lambda("batch", "all");
                world.say("  the second ended with " + second.exitCode());
            } finally {
                stopped.forEach(process -> World.signal(process, "CONT"));
            }
            stopped.forEach(
                    process -> process.onExit().orTimeout(3, TimeUnit.MINUTES).join());
        });
    }

    private static Process start(World world) throws java.io.IOException {
        Path log = world.stack().data().resolve("logs/batch-fault.log");
        return new ProcessBuilder(
                        "./lambda",
                        "batch",
                        "all",
                        "--data-dir",
                        world.stack().data().toString())
                .directory(world.stack().data().resolve("../../..").normalize().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static List<ProcessHandle> spark(World world) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(SPARK))
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(world.stack().data().toString()))
                .toList();
    }
}
