package io.cryptolambda.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has held. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KILOBYTES = 1024;

    private PeakMemory() {}

    /** Resident megabytes of this process at most so far, heap and everything else; 0 where the system does not tell. */
    public static long ofThisProcess() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
