package io.cryptolambda.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The job's jar with the class of a later version in it, which {@code speed-flink} compiles among its tests. */
final class UpgradedJobJar {
    static final String ENTRY_CLASS = "io.cryptolambda.speed.flink.UpgradedSpeedJob";

    private static final Path MODULE = Path.of("..", "speed-flink", "target");
    private static final Path PACKAGE = Path.of("io", "cryptolambda", "speed", "flink");

    private UpgradedJobJar() {}

    /** Makes it. */
    static Path make() throws IOException {
        Path jar = Path.of("target", "upgraded-job.jar").toAbsolutePath();
        Files.copy(MODULE.resolve("speed-flink-job.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
                Stream<Path> classes = Files.list(MODULE.resolve("test-classes").resolve(PACKAGE))) {
            List<Path> added = classes.filter(
                            file -> file.getFileName().toString().startsWith("UpgradedSpeedJob"))
                    .toList();
            for (Path file : added) {
                Files.copy(
                        file, inside.getPath(PACKAGE.resolve(file.getFileName()).toString()));
            }
        }
        return jar;
    }
}
