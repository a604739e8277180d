package io.cryptolambda.batch.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.core.Candle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A store or a log that is not what it was: a clear error, exit code 1, and what is served stays as it is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "long.tests", matches = "true")
class CorruptStoreIT {
    private static final Batch BATCH = Batch.onS3("corrupt");
    private static final Served SERVED = new Served(BATCH.elasticsearch());

    @TempDir
    private Path folder;

    private static RawLogForTests log;
    private static List<Candle> candles;

    private JsonNode run;
    private JsonNode indices;
    private Map<String, JsonNode> documents;

    @BeforeAll
    static void publishARun() throws Exception {
        log = RawLogForTests.fresh(2);
        candles = RawLogForTests.day("BTCUSDT", "2024-01-01");
        log.write(candles.subList(0, 120));
        BATCH.run("all").requireSuccess();
        log.write(candles.subList(120, 240));
        BATCH.run("archive").requireSuccess();
    }

    @AfterAll
    static void closeTheLog() {
        log.close();
    }

    @BeforeEach
    void lookAtWhatIsServed() {
        run = SERVED.run();
        indices = SERVED.indices();
        documents = SERVED.documents();
    }

    @AfterEach
    void requireWhatIsServedToBeTheSame() {
        assertThat(SERVED.run()).isEqualTo(run);
        assertThat(SERVED.indices()).isEqualTo(indices);
        assertThat(SERVED.documents()).isEqualTo(documents).isNotEmpty();
    }

    @Test
    @Order(1)
    void shouldNameAFileThatWasDeleted() throws Exception {
        Path file = newestDataFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);

        Batch.Ended ended = BATCH.run("recompute");

        Files.write(file, bytes);
        assertFailed(ended, file.getFileName().toString());
    }

    @Test
    @Order(2)
    void shouldNameAFileThatWasHalfWritten() throws Exception {
        Path file = newestDataFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        Batch.Ended ended = BATCH.run("recompute");

        Files.write(file, bytes);
        assertFailed(ended, file.getFileName().toString());
    }

    @Test
    @Order(3)
    void shouldGiveUpOnAStoreThatAnswersNothingBut503() throws Exception {
        try (FaultyS3 s3 = new FaultyS3(Servers.shared().s3Port(), 0)) {
            assertFailed(new Batch(BATCH.store(), s3.address(), BATCH.elasticsearch()).run("recompute"), "503");
        }
    }

    @Test
    @Order(4)
    void shouldSayThatTheStoreIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                mount("-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()),
                "a small disk cannot be mounted here");
        try {
            Batch full = new Batch("file://" + disk + "/store", BATCH.s3(), BATCH.elasticsearch());

            assertFailed(full.run("all"), "No space left on device");
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    @Order(5)
    void shouldSayWhatToDoWhereTheTopicWasMadeAnew() throws Exception {
        log.close();
        log = RawLogForTests.fresh(3);
        log.write(candles.subList(0, 10));

        assertFailed(BATCH.run("all"), "raise --generation everywhere");
    }

    private static void assertFailed(Batch.Ended ended, String message) {
        assertThat(ended.exitCode()).as("%s", ended).isEqualTo(1);
        String error = ended.output()
                .lines()
                .filter(line -> line.contains("event=batch_failed"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ended.output()));
        assertThat(error).contains(message);
    }

    private static Path newestDataFile() throws IOException {
        try (Stream<Path> files = Files.walk(Servers.shared().objects("corrupt/master/ohlcv_1m"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static boolean mount(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("mount"));
        line.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }
}
