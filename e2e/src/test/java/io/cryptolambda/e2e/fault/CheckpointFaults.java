package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.fault.Relay.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.awaitility.Awaitility;

/** Processes of Flink that die in the middle of a checkpoint. */
final class CheckpointFaults {
    private static final String LINK = "flink-elasticsearch";
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);
    private static final Duration STUCK = Duration.ofMillis(700);

    private CheckpointFaults() {}

    /**
     * {@code kill -9} while a checkpoint has begun and cannot end: the sink waits for Elasticsearch, which does not answer.
     */
    static Fault kill(String process) {
        return new Fault("kill-" + process + "-in-checkpoint", (world, random) -> {
            Path checkpoints = world.stack().data().resolve("flink/checkpoints");
            world.relays().be(LINK, Condition.HALF_OPEN);
            try {
                Awaitility.await("a checkpoint under way")
                        .pollInterval(Duration.ofMillis(50))
                        .during(STUCK)
                        .atMost(UNDER_WAY)
                        .until(() -> newestIsUnfinished(checkpoints));
                world.process(process)
                        .orElseThrow(() -> new NoSuchElementException(process + " does not run"))
                        .destroyForcibly();
            } finally {
                world.relays().be(LINK, Condition.WELL);
            }
        });
    }

    /** A checkpoint's folder is there from its beginning, the file of this name from its end. */
    private static boolean newestIsUnfinished(Path checkpoints) throws IOException {
        Path newest = null;
        FileTime newestTime = FileTime.fromMillis(0);
        for (Path checkpoint : begun(checkpoints)) {
            try {
                FileTime time = Files.getLastModifiedTime(checkpoint);
                if (time.compareTo(newestTime) > 0) {
                    newest = checkpoint;
                    newestTime = time;
                }
            } catch (NoSuchFileException e) {
                // Given up meanwhile, or replaced by newer ones.
                continue;
            }
        }
        return newest != null && !Files.exists(newest.resolve("_metadata"));
    }

    private static List<Path> begun(Path checkpoints) throws IOException {
        List<Path> begun = new ArrayList<>();
        try (var jobs = Files.newDirectoryStream(checkpoints)) {
            for (Path job : jobs) {
                try (var ofJob = Files.newDirectoryStream(job, "chk-*")) {
                    ofJob.forEach(begun::add);
                }
            }
        }
        return begun;
    }
}
