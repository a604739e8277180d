package io.cryptolambda.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long Chromium's pages were ready to run and others had the processors, by the kernel's own account. */
final class RunDelay {
    private static final int WAITED = 1; // the second of schedstat: nanoseconds on a run queue

    private RunDelay() {}

    /** Milliseconds so far, of the main threads of all pages that this process has opened. */
    static double millis() {
        long nanos = pages().mapToLong(RunDelay::waited).sum();
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static Stream<ProcessHandle> pages() {
        return ProcessHandle.current().descendants().filter(RunDelay::isPage);
    }

    // As Chromium's processes name themselves anew, Java does not know their arguments.
    private static boolean isPage(ProcessHandle process) {
        try {
            return read(process, "cmdline").contains("--type=renderer");
        } catch (IOException e) {
            return false; // it has ended meanwhile
        }
    }

    private static long waited(ProcessHandle page) {
        try {
            return Long.parseLong(
                    read(page, "task/" + page.pid() + "/schedstat").split(" ")[WAITED]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(ProcessHandle process, String file) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1);
    }
}
