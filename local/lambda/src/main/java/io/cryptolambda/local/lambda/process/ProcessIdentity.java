package io.cryptolambda.local.lambda.process;

import java.time.Instant;
import java.util.Optional;

/**
 * One process, not just a number that may be given out again.
 *
 * @param pid its process id
 * @param startedAt when it was started, epoch milliseconds, as the operating system says
 */
public record ProcessIdentity(long pid, long startedAt) {
    // The start time is derived from the boot time, which moves when the clock is set.
    private static final long TOLERANCE_MILLIS = 2_000;

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> matches(of(process)));
    }

    boolean matches(ProcessIdentity other) {
        return pid == other.pid && Math.abs(startedAt - other.startedAt) <= TOLERANCE_MILLIS;
    }
}
