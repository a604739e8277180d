package io.cryptolambda.local.lambda.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedJarsIT {
    private static final String ENTRY_CLASS = "org.example.Job";

    @TempDir
    private Path folder;

    private UploadedJars jars;

    @BeforeEach
    void makeJobManagerFiles() throws IOException {
        Path files = Files.createDirectories(folder.resolve("job-manager"));
        jars = new UploadedJars(files, folder.resolve("kept/job.jar"));
    }

    @Test
    void shouldKeepTheJarOfTheJobAmongItsOtherBlobs() throws IOException {
        Files.writeString(blob("a", "graph"), "no zip");
        zip(blob("a", "library"), "org/example/Library.class");
        Path jar = zip(blob("a", "jar"), "org/example/Job.class");
        zip(blob("b", "jar"), "org/example/Job.class", "of/another/Job.class");

        assertThat(jars.keep("a", ENTRY_CLASS)).contains(jars.kept());
        assertThat(jars.kept()).hasSameBinaryContentAs(jar);
    }

    @Test
    void shouldReplaceTheOneKeptBefore() throws IOException {
        zip(blob("a", "jar"), "org/example/Job.class");
        Path newer = zip(blob("b", "jar"), "org/example/Job.class", "org/example/New.class");
        jars.keep("a", ENTRY_CLASS);

        jars.keep("b", ENTRY_CLASS);

        assertThat(jars.kept()).hasSameBinaryContentAs(newer);
    }

    @Test
    void shouldLeaveTheOneKeptWhereTheJobHasNone() throws IOException {
        Path jar = zip(blob("a", "jar"), "org/example/Job.class");
        jars.keep("a", ENTRY_CLASS);

        assertThat(jars.keep("c", ENTRY_CLASS)).isEmpty();
        assertThat(jars.kept()).hasSameBinaryContentAs(jar);
    }

    private Path blob(String job, String name) throws IOException {
        return Files.createDirectories(jars.jobManagerFiles().resolve("jm_1/blobStorage/job_" + job))
                .resolve("blob_p-" + name);
    }

    private static Path zip(Path file, String... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return file;
    }
}
