package io.cryptolambda.batch.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files of a local disk that are there with all their content or not at all. */
final class LocalCreation {
    private LocalCreation() {}

    /** Creates a file; false if there is one. */
    static boolean createNew(org.apache.hadoop.fs.Path path, byte[] content) throws IOException {
        Path target = Path.of(path.toUri().getPath());
        Path temporary = temporary(target, content);
        try {
            Files.createLink(target, temporary);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(temporary);
        }
    }

    /** Creates or replaces a file. */
    static void replace(org.apache.hadoop.fs.Path path, byte[] content) throws IOException {
        Path target = Path.of(path.toUri().getPath());
        Files.move(temporary(target, content), target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path temporary(Path target, byte[] content) throws IOException {
        Path folder = Files.createDirectories(target.getParent());
        return Files.write(Files.createTempFile(folder, ".lease", ".tmp"), content);
    }
}
