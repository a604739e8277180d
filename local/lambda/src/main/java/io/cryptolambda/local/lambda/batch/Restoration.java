package io.cryptolambda.local.lambda.batch;

import io.cryptolambda.local.lambda.process.FileTree;
import io.cryptolambda.local.lambda.process.Launcher;
import io.cryptolambda.local.lambda.process.StartFailure;
import io.cryptolambda.local.lambda.stack.DataDirectory;
import io.cryptolambda.local.lambda.stack.ProjectLayout;
import io.cryptolambda.local.lambda.stack.S3Server;
import io.cryptolambda.local.lambda.stack.StackSettings;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The way back from nothing but the master dataset. Before the start everything is deleted that can be computed, and the
 * raw topic's generation is raised; once Kafka, Elasticsearch and the store run, the batch layer fills them. A restoration
 * that did not come to its end is begun anew by the next start, as nothing but itself wrote to that Kafka.
 */
public final class Restoration {
    private final DataDirectory data;
    private final StateFiles files;

    public Restoration(DataDirectory data) {
        this.data = data;
        this.files = new StateFiles(data);
    }

    /** Whether one was begun and did not come to its end. */
    public boolean unfinished() throws IOException {
        return files.generation().restoring();
    }

    /**
     * Makes room for it. Nothing may run.
     *
     * @throws StartFailure if there is no master dataset, or Kafka's data are there, which may hold what was not archived
     */
    public void begin() throws IOException, StartFailure {
        if (!Files.isDirectory(S3Server.bucket(data).resolve("master"))) {
            throw new StartFailure("there is no master dataset in " + data.path() + " to restore from", (Path) null);
        }
        Path kafka = data.resolve("kafka");
        if (Files.exists(kafka.resolve("log")) && !unfinished()) {
            throw new StartFailure(
                    "Kafka's data are there, and may hold records that were not archived yet: ./lambda up goes on with them;"
                            + " to do without, delete " + kafka,
                    (Path) null);
        }
        files.write(files.generation().next());
        for (String part : List.of("kafka", "elasticsearch", "flink", "flink-job.json")) {
            FileTree.delete(data.resolve(part));
        }
        try (Stream<Path> streams = Files.list(data.path())) {
            for (Path state : streams.filter(Restoration::isStreamsState).toList()) {
                FileTree.delete(state);
            }
        }
    }

    /** Fills Kafka and Elasticsearch from the master dataset. */
    public void run(ProjectLayout project, StackSettings settings)
            throws IOException, StartFailure, InterruptedException {
        Launcher launcher = new Launcher(project.root(), data.path());
        Process batch = launcher.start(SparkBatch.process(project, data, settings, "restore", List.of()));
        if (batch.waitFor() != 0) {
            throw new StartFailure("the restoration failed", launcher.log("batch"));
        }
        files.write(files.generation().restored());
    }

    private static boolean isStreamsState(Path file) {
        return Files.isDirectory(file) && file.getFileName().toString().startsWith("kstreams");
    }
}
