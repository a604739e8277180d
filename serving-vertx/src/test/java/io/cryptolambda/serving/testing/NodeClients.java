package io.cryptolambda.serving.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a script with packages of npm, which are installed for it under {@code target}; skipped where Node is missing. */
public final class NodeClients {
    private static final String FOLDER = "/io/cryptolambda/serving/binance/";
    private static final Path DIRECTORY = Path.of("target", "node").toAbsolutePath();

    private NodeClients() {}

    /** The last line that the script prints. */
    public static String run(String script, String... arguments) throws IOException, InterruptedException {
        install(script);
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Path out = DIRECTORY.resolve("out.txt");
        int status = run(command, out);
        List<String> lines = Files.readAllLines(out);
        assertThat(status).as(String.join("\n", lines)).isZero();
        return lines.get(lines.size() - 1);
    }

    private static void install(String script) throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        for (String file : List.of("package.json", script)) {
            try (InputStream stream = NodeClients.class.getResourceAsStream(FOLDER + file)) {
                Files.copy(stream, DIRECTORY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path out = DIRECTORY.resolve("install.txt");
        int status;
        try {
            status = run(
                    List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"), out);
        } catch (IOException e) {
            assumeTrue(false, "Node is not here: " + e.getMessage());
            return;
        }
        assumeTrue(status == 0, "npm cannot install: " + Files.readString(out, StandardCharsets.UTF_8));
    }

    private static int run(List<String> command, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end");
        }
        return process.exitValue();
    }
}
