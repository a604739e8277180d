package io.cryptolambda.core.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClassesTest {
    private static final long BUILT = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    private Path archive;
    private String classPath;

    @BeforeEach
    void build() throws IOException {
        archive = folder.resolve("batch.jsa");
        Path jar = Files.writeString(folder.resolve("program.jar"), "jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(BUILT));
        classPath = jar + ":" + folder.resolve("missing.jar");
    }

    @Test
    void shouldLeaveClassesWhereThereAreNone() throws IOException {
        assertThat(SharedClasses.takenOrLeft(archive, classPath)).contains("-XX:ArchiveClassesAtExit=" + archive);
        assertThat(SharedClasses.taken(archive, classPath)).isEmpty();
    }

    @Test
    void shouldTakeClassesThatAreYoungerThanTheProgram() throws IOException {
        write("archive", BUILT + 1);

        assertThat(SharedClasses.takenOrLeft(archive, classPath)).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(SharedClasses.taken(archive, classPath)).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void shouldLeaveThemAnewAfterTheProgramWasBuiltAnew() throws IOException {
        write("archive", BUILT - 1);

        assertThat(SharedClasses.takenOrLeft(archive, classPath)).contains("-XX:ArchiveClassesAtExit=" + archive);
    }

    @Test
    void shouldLeaveThemAnewWhereTheJvmThatWroteThemWasKilled() throws IOException {
        write("\0\0\0\0classes", BUILT + 1);
        assertThat(SharedClasses.taken(archive, classPath)).isEmpty();

        write("", BUILT + 1);
        assertThat(SharedClasses.taken(archive, classPath)).isEmpty();
    }

    private void write(String content, long time) throws IOException {
        Files.writeString(archive, content);
        Files.setLastModifiedTime(archive, FileTime.fromMillis(time));
    }
}
