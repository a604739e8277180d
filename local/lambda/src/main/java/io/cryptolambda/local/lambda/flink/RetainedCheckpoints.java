package io.cryptolambda.local.lambda.flink;

import io.cryptolambda.local.lambda.process.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints that jobs left on disk: {@code JOB/chk-N/_metadata}. Flink writes the metadata last and moves it into
 * place, so a checkpoint that has it is complete.
 *
 * @param directory holds a folder for each job that ever ran
 */
public record RetainedCheckpoints(Path directory) {
    private record Found(Path checkpoint, FileTime completedAt, long number) {}

    private static final Comparator<Found> AGE =
            Comparator.comparing(Found::completedAt).thenComparingLong(Found::number);

    /** The newest complete checkpoint of any job, as a URI to resume from. */
    public Optional<String> newest() throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path job : jobs()) {
            metadata(job).stream()
                    .map(RetainedCheckpoints::found)
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        return found.stream().max(AGE).map(newest -> newest.checkpoint.toUri().toString());
    }

    /**
     * Deletes what former jobs have left and nothing will go on from: older than {@code before}, of another job than the
     * running one, and not referred to by its checkpoints (a job that was told to claim another's state has files there).
     * While the running job has no checkpoint of its own, everything stays.
     *
     * @return the ids of the jobs whose checkpoints were deleted
     */
    List<String> deleteFormer(String running, Instant before) throws IOException {
        StringBuilder referred = new StringBuilder();
        for (Path metadata : metadata(directory.resolve(running))) {
            try {
                referred.append(Files.readString(metadata, StandardCharsets.ISO_8859_1));
            } catch (NoSuchFileException e) {
                // The job has a newer one by now.
                continue;
            }
        }
        if (referred.isEmpty()) {
            return List.of();
        }
        List<String> deleted = new ArrayList<>();
        for (Path job : jobs()) {
            String id = job.getFileName().toString();
            if (!id.equals(running) && referred.indexOf(id) < 0 && olderThan(before, job)) {
                FileTree.delete(job);
                deleted.add(id);
            }
        }
        return deleted;
    }

    private List<Path> jobs() throws IOException {
        return folders(directory);
    }

    private static boolean olderThan(Instant time, Path job) throws IOException {
        try (Stream<Path> files = Files.walk(job)) {
            return files.allMatch(file -> file.toFile().lastModified() < time.toEpochMilli());
        }
    }

    /** Of a job that may run: its checkpoints come and go meanwhile. */
    private static List<Path> metadata(Path job) throws IOException {
        return folders(job).stream()
                .filter(folder -> folder.getFileName().toString().startsWith("chk-"))
                .map(checkpoint -> checkpoint.resolve("_metadata"))
                .filter(Files::exists)
                .toList();
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    private static Optional<Found> found(Path metadata) {
        Path checkpoint = metadata.getParent();
        try {
            long number = Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
            return Optional.of(new Found(checkpoint, Files.getLastModifiedTime(metadata), number));
        } catch (IOException | NumberFormatException e) {
            // Deleted by a running job in between, or not a checkpoint.
            return Optional.empty();
        }
    }
}
