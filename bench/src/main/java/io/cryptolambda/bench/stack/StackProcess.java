package io.cryptolambda.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process of the stack, as {@code /proc} shows it.
 *
 * @param name its name in {@code ./lambda status}
 * @param pid which it is now; another one after a restart
 */
public record StackProcess(String name, long pid) {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed for user space
    private static final int USER_TIME = 11; // fields after the command's closing bracket
    private static final int KILOBYTES = 1024;

    /** CPU seconds of all its threads since it was started. */
    public double cpuSeconds() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    /** Resident megabytes, heap and everything else, at most so far. */
    public long peakMegabytes() {
        return megabytes("VmHWM:");
    }

    /** Resident megabytes now. */
    public long megabytes() {
        return megabytes("VmRSS:");
    }

    /** Asks it to end; whoever looks after it starts it again. */
    public void terminate() {
        handle().destroy();
    }

    /** As {@code kill -9}. */
    public void kill() {
        handle().destroyForcibly();
    }

    private ProcessHandle handle() {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    private long megabytes(String field) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElse(0);
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not run", e);
        }
    }
}
