package io.cryptolambda.local.lambda.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> metadata;
        try (Stream<Path> files = Files.walk(directory, 3)) {
            metadata = files.filter(file -> file.getFileName().toString().equals("_metadata"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith("chk-"))
                    .toList();
        }
        return metadata.stream()
                .map(RetainedCheckpoints::found)
                .flatMap(Optional::stream)
                .max(AGE)
                .map(found -> found.checkpoint.toUri().toString());
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
