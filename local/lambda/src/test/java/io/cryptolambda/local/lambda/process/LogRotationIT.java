package io.cryptolambda.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationIT {
    private static final int LARGEST = 100;

    @TempDir
    private Path folder;

    private final List<String> events = new ArrayList<>();

    @Test
    void shouldPutALargeLogAsideAndForgetTheOldest() throws IOException {
        LogRotation rotation = new LogRotation(folder, LARGEST, 3, events::add);
        Path log = folder.resolve("kafka.log");
        for (int i = 1; i <= 5; i++) {
            Files.writeString(log, i + "x".repeat(LARGEST));
            rotation.rotate();
        }

        assertThat(folder).isDirectoryNotContaining("glob:**.3");
        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("kafka.log.1")).content().startsWith("5");
        assertThat(folder.resolve("kafka.log.2")).content().startsWith("4");
    }

    @Test
    void shouldLeaveAloneWhatIsSmallOrNoLog() throws IOException {
        Path small = Files.writeString(folder.resolve("kafka.log"), "x".repeat(LARGEST));
        Path other = Files.writeString(folder.resolve("kafka.json"), "x".repeat(LARGEST + 1));

        new LogRotation(folder, LARGEST, 3, events::add).rotate();

        assertThat(small).hasSize(LARGEST);
        assertThat(other).hasSize(LARGEST + 1);
    }

    @Test
    void shouldKeepNoOldOneWhereOneFileIsAskedFor() throws IOException {
        Path log = Files.writeString(folder.resolve("kafka.log"), "x".repeat(LARGEST + 1));

        new LogRotation(folder, LARGEST, 1, events::add).rotate();

        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("kafka.log.1")).doesNotExist();
    }

    @Test
    void shouldLetARunningProcessGoOnInTheSameFile() throws Exception {
        Path log = folder.resolve("echo.log");
        Process process = new ProcessBuilder("cat")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream input = process.getOutputStream()) {
            List<String> lines =
                    IntStream.range(0, 40).mapToObj(i -> "line " + i).toList();
            input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            await().until(() -> Files.readAllLines(log).size() == 40);

            new LogRotation(folder, LARGEST, 2, events::add).rotate();
            input.write("after\n".getBytes(StandardCharsets.UTF_8));
            input.flush();

            await().untilAsserted(() -> assertThat(log).hasContent("after\n"));
            assertThat(Files.readAllLines(folder.resolve("echo.log.1"))).isEqualTo(lines);
        } finally {
            process.destroy();
        }
    }

    @Test
    void shouldSayOnceWhatKeepsItFromIt() {
        try (LogRotation rotation = new LogRotation(folder.resolve("missing"), LARGEST, 2, events::add)) {
            rotation.start();

            await().untilAsserted(
                            () -> assertThat(events).singleElement().asString().startsWith("event=logs_not_rotated"));
        }
    }
}
