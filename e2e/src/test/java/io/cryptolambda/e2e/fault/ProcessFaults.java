package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Processes that die, stand still, or run twice. */
final class ProcessFaults {
    /** The processes of a stack on the simulator. */
    static final List<String> PROCESSES = List.of(
            "exchange",
            "kafka",
            "elasticsearch",
            "s3",
            "flink-jobmanager",
            "flink-taskmanager",
            "ingest",
            "kstreams",
            "serving");

    /** From here on a process that stands still must be seen to do so. */
    private static final Duration NOTICED = Duration.ofSeconds(8);

    /** The job manager believes in a task manager until its heartbeat, due every 2 s, has been missing for 10 s. */
    private static final Duration TASK_MANAGER_NOTICED = Duration.ofSeconds(15);

    private ProcessFaults() {}

    /** {@code kill -9}; the supervisor starts it again. */
    static Fault kill(String process) {
        return new Fault(
                "kill-" + process, (world, random) -> world.process(process).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** SIGSTOP, and SIGCONT after a while between {@code least} and {@code most}. */
    static Fault pause(String process, Duration least, Duration most) {
        return new Fault("pause-" + process, (world, random) -> {
            Duration pause = between(random, least, most);
            world.say("  for " + pause.toSeconds() + " s");
            ProcessHandle stopped = world.process(process).orElse(null);
            if (stopped == null) {
                return;
            }
            long begin = System.nanoTime();
            World.signal(stopped, "STOP");
            try {
                Duration noticed = process.equals("flink-taskmanager") ? TASK_MANAGER_NOTICED : NOTICED;
                if (pause.compareTo(noticed) > 0) {
                    World.last(noticed);
                    world.mustNotCallHealthy(process);
                }
                World.last(pause.minusNanos(System.nanoTime() - begin));
            } finally {
                World.signal(stopped, "CONT");
            }
        });
    }

    /** Streams dies, and what it kept on disk is gone. */
    static Fault streamsStateLost() {
        return new Fault("streams-state-lost", (world, random) -> {
            world.process("kstreams").ifPresent(ProcessHandle::destroyForcibly);
            deleteStores(world.stack().data().resolve("kstreams"));
        });
    }

    /** A second ingest of the same symbols, for a while. */
    static Fault secondIngest() {
        return new Fault("second-ingest", (world, random) -> {
            Path arguments = world.stack().data().resolve("run/ingest.args");
            String own = "\"" + (world.stack().ports().first() + 11) + "\"";
            String other = "\"" + (world.stack().ports().end() - 1) + "\"";
            Path second = arguments.resolveSibling("ingest-second.args");
            Files.writeString(second, Files.readString(arguments).replace(own, other));
            Process process = new ProcessBuilder(
                            "java", "-Dlambda.data-dir=" + world.stack().data(), "@" + second)
                    .redirectErrorStream(true)
                    .redirectOutput(world.stack()
                            .data()
                            .resolve("logs/ingest-second.log")
                            .toFile())
                    .start();
            try {
                World.last(between(random, Duration.ofSeconds(15), Duration.ofSeconds(30)));
            } finally {
                process.destroy();
                process.waitFor();
            }
        });
    }

    static Duration between(RandomGenerator random, Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    private static void deleteStores(Path folder) throws IOException {
        try (Stream<Path> stores = Files.list(folder)) {
            for (Path store : stores.toList()) {
                Command.run(List.of("rm", "-rf", store.toString()));
            }
        }
    }
}
