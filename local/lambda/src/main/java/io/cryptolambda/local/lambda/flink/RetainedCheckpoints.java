package io.cryptolambda.local.lambda.flink;

import io.cryptolambda.local.lambda.process.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        return metadata(directory).stream()
                .map(RetainedCheckpoints::found)
                .flatMap(Optional::stream)
                .max(AGE)
                .map(found -> found.checkpoint.toUri().toString());
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
            referred.append(Files.readString(metadata, StandardCharsets.ISO_8859_1));
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
        try (Stream<Path> jobs = Files.list(directory)) {
            return jobs.filter(Files::isDirectory).toList();
        }
    }

    private static boolean olderThan(Instant time, Path job) throws IOException {
        try (Stream<Path> files = Files.walk(job)) {
            return files.allMatch(file -> file.toFile().lastModified() < time.toEpochMilli());
        }
    }

    private static List<Path> metadata(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.getFileName().toString().equals("_metadata"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith("chk-"))
                    .toList();
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
