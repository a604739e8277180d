package io.cryptolambda.serving.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium, which opens one page without a screen and says what became of it. */
public final class HeadlessChromium {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Path directory;

    /** @param directory where it keeps its profile */
    public HeadlessChromium(Path directory) {
        this.directory = directory;
    }

    /**
     * A page that was opened.
     *
     * @param dom its elements as they were once its scripts had run
     * @param console what it wrote to the console, errors of loading and of its policy among it
     */
    public record Opened(String dom, List<String> console) {}

    /** Skips the test where there is no Chromium; under CI it is required. */
    public static void requireInstalled() {
        boolean installed = Files.isExecutable(CHROMIUM);
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI must have Chromium: apt-get install chromium");
        }
        assumeTrue(installed, "skipped: Chromium is not installed (apt-get install chromium)");
    }

    public Opened open(String url) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(directory, "page", ".html");
        Path log = Files.createTempFile(directory, "chromium", ".log");
        Process process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        url)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Chromium did not end: " + Files.readString(log));
        }
        List<String> console = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Opened(Files.readString(dom), console);
    }
}
