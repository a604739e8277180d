package io.cryptolambda.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class paths that the build has left.
 *
 * @param root of the project
 */
record BuiltModules(Path root) {
    static BuiltModules ofThisProject() {
        return new BuiltModules(
                Path.of(System.getProperty("lambda.root", "")).toAbsolutePath().normalize());
    }

    /** What the Streams app runs with, and the benchmarks' own classes behind it. */
    String streams() throws IOException {
        return jar("speed-kstreams") + ":" + dependencies("speed-kstreams") + ":" + jar("bench") + ":"
                + tests("speed-kstreams");
    }

    /** What the job runs with on a cluster, and the benchmarks' own classes behind it. */
    String flink() throws IOException {
        Path job = root.resolve("speed-flink/target/speed-flink-job.jar");
        return job + ":" + dependencies("local/flink") + ":" + jar("bench") + ":" + jar("speed-kstreams") + ":"
                + tests("speed-kstreams") + ":" + tests("speed-flink");
    }

    String elasticsearch() throws IOException {
        return root.resolve("local/elasticsearch/target/classes") + ":" + dependencies("local/elasticsearch");
    }

    private String dependencies(String module) throws IOException {
        return Files.readString(root.resolve(module).resolve("target/classpath"))
                .strip();
    }

    private Path jar(String module) throws IOException {
        return jar(module, "(?<!-tests)");
    }

    /** What a module's tests share. */
    private Path tests(String module) throws IOException {
        return jar(module, "-tests");
    }

    private Path jar(String module, String ending) throws IOException {
        try (Stream<Path> jars = Files.list(root.resolve(module).resolve("target"))) {
            List<Path> found = jars.filter(
                            file -> file.getFileName().toString().matches(module + "-[0-9][^/]*" + ending + "\\.jar"))
                    .toList();
            return found.get(0);
        }
    }
}
