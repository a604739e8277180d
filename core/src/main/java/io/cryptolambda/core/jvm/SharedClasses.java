package io.cryptolambda.core.jvm;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The classes that a program loads whenever it starts, kept by the JVM in a file (a dynamic archive of class data sharing):
 * taken from there they need not be read, verified and linked again, which is a third of what a small Spark run costs.
 * A JVM that finds the file made for another class path takes no notice of it.
 */
public final class SharedClasses {
    // A thousand classes are too old for it, or are made at run time; each would be told of.
    private static final String QUIET = "-Xlog:cds*=off";

    private SharedClasses() {}

    /**
     * Flags of a JVM that takes its classes from {@code archive}, or, where that is not there or older than anything on the
     * class path, leaves them in it when it ends.
     *
     * @param classPath the JVM's class path: jars only, as directories cannot be archived
     */
    public static List<String> takenOrLeft(Path archive, String classPath) throws IOException {
        return fits(archive, classPath)
                ? List.of(QUIET, "-XX:SharedArchiveFile=" + archive)
                : List.of(QUIET, "-XX:ArchiveClassesAtExit=" + archive);
    }

    /** Flags of a JVM that takes its classes from {@code archive} if it can, and leaves none: of a rarer program. */
    public static List<String> taken(Path archive, String classPath) throws IOException {
        return fits(archive, classPath) ? takenOrLeft(archive, classPath) : List.of();
    }

    private static boolean fits(Path archive, String classPath) throws IOException {
        if (!Files.exists(archive) || !isWhole(archive)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(archive);
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.exists(path) && Files.getLastModifiedTime(path).compareTo(made) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The JVM writes the head last: one that was killed meanwhile leaves zeros there. */
    private static boolean isWhole(Path archive) throws IOException {
        try (DataInputStream bytes = new DataInputStream(Files.newInputStream(archive))) {
            return Files.size(archive) >= Integer.BYTES && bytes.readInt() != 0;
        }
    }
}
