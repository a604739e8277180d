package io.cryptolambda.local.lambda.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {
    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingBeforeTheFirstCheckpoint() throws IOException {
        assertThat(new RetainedCheckpoints(directory.resolve("missing")).newest())
                .isEmpty();
        assertThat(new RetainedCheckpoints(directory).newest()).isEmpty();
    }

    @Test
    void shouldTakeTheNewestOfAllJobsNotTheHighestNumber() throws IOException {
        complete("old-job/chk-900", 1_000);
        Path newest = complete("new-job/chk-2", 2_000);

        assertThat(new RetainedCheckpoints(directory).newest())
                .contains(newest.toUri().toString());
    }

    @Test
    void shouldTakeTheHigherNumberOfTwoAtTheSameTime() throws IOException {
        complete("job/chk-9", 1_000);
        Path newest = complete("job/chk-10", 1_000);

        assertThat(new RetainedCheckpoints(directory).newest())
                .contains(newest.toUri().toString());
    }

    @Test
    void shouldPassOverACheckpointThatWasNotCompleted() throws IOException {
        Path complete = complete("job/chk-1", 1_000);
        Files.createDirectories(directory.resolve("job/chk-2"));
        Files.writeString(directory.resolve("job/chk-2/state-file"), "half");

        assertThat(new RetainedCheckpoints(directory).newest())
                .contains(complete.toUri().toString());
    }

    @Test
    void shouldDeleteWhatFormerJobsLeftLongAgo() throws IOException {
        Path old = complete("old/chk-9", 1_000).getParent();
        Path newer = complete("newer/chk-9", 5_000).getParent();
        Path running = complete("running/chk-1", 1_000).getParent();
        Files.writeString(running.resolve("chk-1/_metadata"), "state of its own");

        assertThat(new RetainedCheckpoints(directory).deleteFormer("running", Instant.ofEpochMilli(5_000)))
                .containsExactly("old");
        assertThat(old).doesNotExist();
        assertThat(newer).exists();
        assertThat(running).exists();
    }

    @Test
    void shouldKeepTheStateThatTheRunningJobHasClaimed() throws IOException {
        Path claimed = complete("claimed/chk-9", 1_000).getParent();
        complete("running/chk-1", 1_000);
        Files.writeString(directory.resolve("running/chk-1/_metadata"), "\0\7file:/data/claimed/shared/sst-1\0");

        assertThat(new RetainedCheckpoints(directory).deleteFormer("running", Instant.MAX))
                .isEmpty();
        assertThat(claimed).exists();
    }

    @Test
    void shouldDeleteNothingBeforeTheRunningJobHasACheckpoint() throws IOException {
        Path only = complete("old/chk-9", 1_000);
        Files.createDirectories(directory.resolve("running/shared"));

        assertThat(new RetainedCheckpoints(directory).deleteFormer("running", Instant.MAX))
                .isEmpty();
        assertThat(only).exists();
    }

    private Path complete(String name, long millis) throws IOException {
        Path checkpoint = Files.createDirectories(directory.resolve(name));
        Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "");
        for (Path written : List.of(metadata, checkpoint, checkpoint.getParent())) {
            Files.setLastModifiedTime(written, FileTime.fromMillis(millis));
        }
        return checkpoint;
    }
}
