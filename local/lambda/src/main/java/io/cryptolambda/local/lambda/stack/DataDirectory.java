package io.cryptolambda.local.lambda.stack;

import io.cryptolambda.local.lambda.process.FileTree;
import io.cryptolambda.local.lambda.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that holds everything the stack keeps. A marker file says that it is ours; nothing is ever deleted from a
 * folder without it.
 *
 * @param path absolute
 */
public record DataDirectory(Path path) {
    private static final String MARKER = ".crypto-lambda";
    private static final String LOCK = "supervisor.lock";
    private static final String BATCH_LOCK = "batch.lock";
    private static final Path SUPERVISOR_LOG = Path.of("logs", "supervisor.log");
    private static final long LEAST_FREE_BYTES = 5L << 30;

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder ours.
     *
     * @throws StartFailure if it holds something else
     */
    public void claim() throws IOException, StartFailure {
        Files.createDirectories(path);
        if (!Files.exists(path.resolve(MARKER))) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new StartFailure(
                            path + " is not empty and was not made by lambda; choose another --data-dir", (Path) null);
                }
            }
            Files.writeString(path.resolve(MARKER), "The data of a local Crypto Lambda stack. Safe to delete.\n");
        }
    }

    /** Deletes what is in it, but what the running command has open. */
    public void clear() throws IOException {
        FileTree.delete(
                path,
                path.resolve(MARKER),
                path.resolve(LOCK),
                path.resolve(SUPERVISOR_LOG),
                path.resolve("tmp/supervisor"));
    }

    /** @throws StartFailure if the disk has less than 5 GB left */
    public void checkFreeSpace() throws IOException, StartFailure {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StartFailure(
                    String.format("only %.1f GB of disk are free at %s; 5 GB are needed", free / 1e9, path),
                    (Path) null);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Held by the supervisor for as long as it runs. */
    public Path supervisorLock() {
        return resolve(LOCK);
    }

    /** Held by whoever runs the batch layer. */
    public Path batchLock() {
        return resolve(BATCH_LOCK);
    }

    /** What a detached supervisor prints. */
    public Path supervisorLog() {
        return path.resolve(SUPERVISOR_LOG);
    }
}
