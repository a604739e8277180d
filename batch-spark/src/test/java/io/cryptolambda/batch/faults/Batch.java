package io.cryptolambda.batch.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.core.jvm.SharedClasses;
import io.cryptolambda.core.testing.server.Jvm;
import io.cryptolambda.core.testing.server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The batch program, run by {@code spark-submit} as in production.
 *
 * @param store where it keeps its tables
 * @param s3 address of the S3 server
 * @param elasticsearch where it publishes
 */
record Batch(String store, String s3, URI elasticsearch) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The program on an S3 folder, published to the first Elasticsearch. */
    static Batch onS3(String folder) {
        return new Batch(
                "s3a://" + S3Server.BUCKET + "/" + folder,
                Servers.shared().s3(),
                Servers.shared().elasticsearch());
    }

    /**
     * A run that was started.
     *
     * @param process its process
     * @param log what it prints
     */
    record Started(Process process, Path log) {

        /** Waits until so many events of ours are logged; the first when Spark runs and the jobs begin. */
        void awaitEvents(int count) {
            Awaitility.await(count + " events in " + log)
                    .atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !process.isAlive()
                            || output().lines()
                                            .filter(line -> line.contains("event="))
                                            .count()
                                    >= count);
        }

        /** As {@code kill -9}, unless it ends within {@code after}. */
        void killAfter(Duration after) throws InterruptedException {
            process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly().onExit().join();
        }

        /** Waits for the end. */
        Ended await() throws InterruptedException {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end, see " + log);
            }
            return new Ended(process.exitValue(), output());
        }

        private String output() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A run that has ended.
     *
     * @param exitCode its exit code
     * @param output what it printed
     */
    record Ended(int exitCode, String output) {

        Ended requireSuccess() {
            if (exitCode != 0) {
                throw new AssertionError("ended with " + exitCode + "\n" + output);
            }
            return this;
        }

        /** The summary: the last line. */
        JsonNode summary() {
            try {
                return new ObjectMapper()
                        .readTree(output.lines()
                                .filter(line -> line.startsWith("{"))
                                .reduce((a, b) -> b)
                                .orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(output, e);
            }
        }
    }

    Ended run(String... command) throws InterruptedException {
        return start(command).await();
    }

    Started start(String... command) {
        try {
            Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "batch-" + command[0], ".log");
            Path temporary = Files.createTempDirectory(log.getParent(), "spark");
            Map<String, String> environment = new HashMap<>(S3Server.credentials());
            environment.put("SPARK_LOCAL_IP", "127.0.0.1");
            environment.put("SPARK_LOCAL_DIRS", temporary.toString());
            List<String> flags = new ArrayList<>(ofThisJvm());
            // As ./lambda starts it.
            flags.add("-XX:+UseSerialGC");
            flags.add("-Djava.io.tmpdir=" + temporary);
            String classPath = jar() + ":" + Jvm.classPath("batch-spark");
            flags.addAll(SharedClasses.takenOrLeft(log.resolveSibling("batch.jsa"), classPath));
            return new Started(Jvm.start(log, environment, flags, classPath, line(command)), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line(String... command) {
        List<String> line = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--class",
                "io.cryptolambda.batch.BatchMain",
                "--master",
                "local[2]",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                jar().toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--kafka", Servers.shared().kafka()));
        line.addAll(List.of("--store", store, "--s3-endpoint", s3, "--elasticsearch", elasticsearch.toString()));
        // A run that was killed leaves its lease behind.
        line.addAll(List.of("--lease-timeout", "5s", "--lease-wait", "1m"));
        return line;
    }

    /** Spark needs the same flags wherever it runs. */
    private static List<String> ofThisJvm() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-X") || flag.startsWith("-Djdk"))
                .toList();
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.getFileName().toString().matches("batch-spark-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("batch-spark is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
