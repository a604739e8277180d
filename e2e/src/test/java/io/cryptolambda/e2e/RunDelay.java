package io.cryptolambda.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--type=renderer"));
    }

    private static long waited(ProcessHandle page) {
        Path account = Path.of("/proc", page.pid() + "", "task", page.pid() + "", "schedstat");
        try {
            return Long.parseLong(Files.readString(account).split(" ")[WAITED]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
