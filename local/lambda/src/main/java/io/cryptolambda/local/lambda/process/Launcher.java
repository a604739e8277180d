package io.cryptolambda.local.lambda.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts JVMs that belong to one data directory. Each is a session of its own, so that Ctrl-C in the terminal reaches the
 * supervisor alone, which then stops its children in order. The command line stays short and holds the marker by which
 * {@link OwnProcesses} recognises it; class path and arguments are in a file.
 *
 * @param root the project that is run, shown in the command line for the {@code lambda} script to see
 * @param dataDir the data directory, absolute
 */
public record Launcher(Path root, Path dataDir) {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path NICE = Path.of("/usr/bin/nice");

    /**
     * Where Linux shares the processor among sessions, niceness counts within a session only, and each process has its own:
     * so the session is told as well, for which the kernel may ask for 100 ms of patience.
     */
    private static final List<String> IN_BACKGROUND = List.of(
            "/bin/sh",
            "-c",
            "for i in 1 2 3; do echo 5 > /proc/self/autogroup && break; sleep 0.2; done 2>/dev/null; exec \"$@\"",
            "sh",
            NICE.toString(),
            "-n",
            "5");

    /** The argument that marks every process of a data directory. */
    static String marker(Path dataDir) {
        return "-Dlambda.data-dir=" + dataDir.toAbsolutePath().normalize();
    }

    /** A builder with command line and environment set; the caller decides where the output goes. */
    public ProcessBuilder builder(ProcessSpec spec) throws IOException {
        // What an earlier one left there when it was killed is of no use to anybody.
        Path temporary = temporary(dataDir, spec.name());
        FileTree.delete(temporary);
        Files.createDirectories(temporary);
        List<String> lines = new ArrayList<>();
        lines.add("-Djava.io.tmpdir=" + temporary);
        lines.addAll(spec.javaArguments());
        Path file = Files.createDirectories(dataDir.resolve("run")).resolve(spec.name() + ".args");
        Files.write(file, lines.stream().map(Launcher::quoted).toList());

        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        if (spec.background() && Files.isExecutable(NICE)) {
            command.addAll(IN_BACKGROUND);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker(dataDir));
        command.add("-Dlambda.root=" + root);
        command.add("-Dlambda.process=" + spec.name());
        command.add("@" + file);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(spec.environment());
        return builder.redirectInput(
                ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** Where a process keeps what it needs while it runs; emptied before each start. */
    public static Path temporary(Path dataDir, String name) {
        return dataDir.resolve("tmp").resolve(name);
    }

    /** Where the output of a process is kept. */
    public Path log(String name) {
        return dataDir.resolve("logs").resolve(name + ".log");
    }

    /** Starts a process whose output is appended to its log. */
    public Process start(ProcessSpec spec) throws IOException {
        Path log = log(spec.name());
        Files.createDirectories(log.getParent());
        return builder(spec)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
