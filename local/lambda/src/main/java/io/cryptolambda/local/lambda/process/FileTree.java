package io.cryptolambda.local.lambda.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes folders with what is in them. */
public final class FileTree {
    private FileTree() {}

    /**
     * Deletes a file or folder; nothing happens if it is not there.
     *
     * @param kept files that stay, and the folders they are in
     */
    public static void delete(Path root, Path... kept) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.sorted(Comparator.reverseOrder())
                    .filter(file -> Stream.of(kept).noneMatch(other -> other.startsWith(file)))
                    .toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
