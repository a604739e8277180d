package io.cryptolambda.bench.report;

import java.util.concurrent.TimeUnit;

/** Ends child processes. */
public final class Ending {
    private static final long PATIENCE_SECONDS = 30;

    private Ending() {}

    /** Waits for a process that was told to end, and kills it where that takes long. */
    public static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
