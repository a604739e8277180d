package io.cryptolambda.local.lambda.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the {@link JobRecord}. */
public final class JobFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    public JobFile(Path file) {
        this.file = file;
    }

    /** Empty before the job was first submitted. */
    public Optional<JobRecord> read() throws IOException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), JobRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(JobRecord job) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, MAPPER.writeValueAsBytes(job));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
