package io.cryptolambda.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a benchmark may write. */
public final class WorkFolder {
    @Option(
            names = "--folder",
            required = true,
            description = "Where data and logs go, which can take gigabytes: in a folder of their own in it.")
    Path folder;

    /** The folder itself. */
    public Path path() {
        return folder.toAbsolutePath().normalize();
    }

    /** Makes a new folder for one run. */
    public Path create(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(path()), name + "-");
    }
}
