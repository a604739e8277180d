package io.cryptolambda.local.lambda.status;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much disk each folder of a data directory takes: one a part of the stack, and its logs. */
final class DiskUse {
    private DiskUse() {}

    /** Folder to the bytes in it, now: files that vanish meanwhile are not counted. */
    static SortedMap<String, Long> of(Path dataDirectory) throws IOException {
        SortedMap<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> folders = Files.list(dataDirectory).filter(Files::isDirectory)) {
            for (Path folder : folders.toList()) {
                bytes.put(folder.getFileName().toString(), size(folder));
            }
        }
        return bytes;
    }

    private static long size(Path folder) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }
}
