package io.cryptolambda.local.lambda.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the build leaves what is run.
 *
 * @param root the project's folder
 */
public record ProjectLayout(Path root) {
    private static final String ROOT_PROPERTY = "lambda.root";

    /** As the {@code lambda} script says by the system property {@code lambda.root}; else the working directory. */
    public static ProjectLayout fromSystem() {
        return new ProjectLayout(
                Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize());
    }

    /** The class path of a module that has no code of its own. */
    public String classPath(String module) throws IOException {
        Path file = root.resolve(module).resolve("target/classpath");
        if (!Files.isRegularFile(file)) {
            throw new IOException(module + " is not built: " + file + " is missing");
        }
        return Files.readString(file).strip();
    }

    /** The class path of a module with its own jar first. */
    public String classPath(String module, String artifact) throws IOException {
        return jar(module, artifact) + ":" + classPath(module);
    }

    /** The jar that a module builds. */
    public Path jar(String module, String artifact) throws IOException {
        Path target = root.resolve(module).resolve("target");
        String pattern = artifact + "-[0-9].*\\.jar";
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var found = files.filter(file -> file.getFileName().toString().matches(pattern))
                        .filter(file -> !file.getFileName().toString().matches(".*-(sources|tests|javadoc)\\.jar"))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IOException(module + " is not built: there is no " + artifact + " jar in " + target);
    }
}
