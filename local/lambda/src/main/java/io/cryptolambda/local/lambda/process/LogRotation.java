package io.cryptolambda.local.lambda.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the logs of a folder from filling the disk. A log that has become too large is copied to {@code NAME.log.1}, older
 * ones move up, and the log itself is cut to nothing: the process that writes holds it open for appending and goes on at its
 * start. What is written in the moment between copy and cut, microseconds, is lost.
 */
public final class LogRotation implements AutoCloseable {
    private static final long EVERY_SECONDS = 10;

    private final Path folder;
    private final long largest;
    private final int files;
    private final Consumer<String> events;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "log-rotation");
        thread.setDaemon(true);
        return thread;
    });
    private String lastProblem = "";

    /**
     * @param folder of the logs, {@code *.log}
     * @param largest bytes above which a log is put aside
     * @param files how many of each there are at most, the one that is written included; at least 1
     * @param events told what went wrong, a line each
     */
    public LogRotation(Path folder, long largest, int files, Consumer<String> events) {
        this.folder = folder;
        this.largest = largest;
        this.files = files;
        this.events = events;
    }

    /** Looks at them every ten seconds from now on. */
    public void start() {
        scheduler.scheduleWithFixedDelay(this::rotateAndTell, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** Looks at them once. */
    void rotate() throws IOException {
        List<Path> large;
        try (Stream<Path> logs = Files.list(folder)) {
            large = logs.filter(log -> log.getFileName().toString().endsWith(".log"))
                    .filter(log -> log.toFile().length() > largest)
                    .toList();
        }
        for (Path log : large) {
            putAside(log);
        }
    }

    private void putAside(Path log) throws IOException {
        for (int age = files - 2; age >= 1; age--) {
            if (Files.exists(older(log, age))) {
                Files.move(older(log, age), older(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (FileChannel written = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (files > 1) {
                copy(written, older(log, 1));
            }
            written.truncate(0);
        }
    }

    /** Copies until nothing more has come. */
    private static void copy(FileChannel log, Path to) throws IOException {
        try (FileChannel copy = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long done = 0;
            while (done < log.size()) {
                done += log.transferTo(done, log.size() - done, copy);
            }
        }
    }

    private static Path older(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    private void rotateAndTell() {
        try {
            rotate();
            lastProblem = "";
        } catch (IOException e) {
            // Said once, not every ten seconds; most often the disk is full, which the next look may find otherwise.
            if (!e.toString().equals(lastProblem)) {
                events.accept("event=logs_not_rotated error=\"" + e + "\"");
            }
            lastProblem = e.toString();
        }
    }
}
