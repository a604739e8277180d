package io.cryptolambda.local.lambda.flink;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The jars of running jobs, as the job manager's blob server has them: {@code .../job_ID/blob_p-...}. By them a job that
 * somebody submitted by hand can be submitted again after the job manager died, whatever file it came from.
 *
 * @param jobManagerFiles where the job manager keeps its files; gone with it
 * @param kept where the newest copy is kept
 */
public record UploadedJars(Path jobManagerFiles, Path kept) {
    /** Copies the jar of a running job; empty if it is not to be found. */
    public Optional<Path> keep(String jobId, String entryClass) throws IOException {
        Optional<Path> jar = find(jobId, entryClass);
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        Path next = kept.resolveSibling(kept.getFileName() + ".next");
        Files.createDirectories(kept.getParent());
        Files.copy(jar.get(), next, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE));
    }

    private Optional<Path> find(String jobId, String entryClass) throws IOException {
        List<Path> blobs = new ArrayList<>();
        // What vanishes meanwhile was none of a running job.
        Files.walkFileTree(jobManagerFiles, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getParent().getFileName().toString().equals("job_" + jobId)) {
                    blobs.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path blob : blobs) {
            if (holds(blob, entryClass)) {
                return Optional.of(blob);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path blob, String entryClass) throws IOException {
        try (ZipFile zip = new ZipFile(blob.toFile())) {
            return zip.getEntry(entryClass.replace('.', '/') + ".class") != null;
        } catch (ZipException e) {
            // A part of the job graph, which is kept there too.
            return false;
        }
    }
}
