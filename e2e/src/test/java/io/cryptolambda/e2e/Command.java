package io.cryptolambda.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command that has ended.
 *
 * @param line what was run
 * @param exitCode its exit code
 * @param output its standard output
 * @param errors its standard error
 */
public record Command(List<String> line, int exitCode, String output, String errors) {
    /** The project's folder: named by a property where it is not the parent of the working directory. */
    static final Path ROOT =
            Path.of(System.getProperty("lambda.root", "..")).toAbsolutePath().normalize();

    private static final long LONGEST_MINUTES = 10;
    private static final int COMPLAINT_LINES = 8;

    /** Runs {@code ./lambda} in the project's folder, without options from this process's environment. */
    public static Command lambda(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("./lambda"));
        line.addAll(arguments);
        return run(line);
    }

    /** Runs any command in the project's folder. */
    public static Command run(List<String> line) {
        try {
            Path output = Files.createTempFile(ROOT.resolve("e2e/target"), "command", ".out");
            Path errors = Files.createTempFile(ROOT.resolve("e2e/target"), "command", ".err");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(ROOT.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LAMBDA_"));
            Process process = builder.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(line + " did not end in " + LONGEST_MINUTES + " minutes");
            }
            return new Command(line, process.exitValue(), take(output), take(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(line + " interrupted", e);
        }
    }

    /** This command, if its exit code is 0. */
    public Command requireSuccess() {
        if (exitCode != 0) {
            throw new AssertionError(toString());
        }
        return this;
    }

    /** What it complained of: the first and the last lines of its standard error, stack frames left out. */
    public String complaint() {
        List<String> lines = errors.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .toList();
        int last = Math.max(COMPLAINT_LINES, lines.size() - COMPLAINT_LINES);
        return Stream.concat(
                        lines.stream().limit(COMPLAINT_LINES), lines.stream().skip(last))
                .collect(Collectors.joining("\n    "));
    }

    @Override
    public String toString() {
        return String.join(" ", line) + " ended with " + exitCode + "\n" + output + "\n" + errors;
    }

    private static String take(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
