package io.cryptolambda.local.lambda.stack;

/**
 * How much is kept of what would grow for ever.
 *
 * @param logMegabytes size above which a log is put aside
 * @param logFiles logs of each process, the one that is written included
 * @param checkpoints completed checkpoints of the running job
 * @param formerCheckpointsMillis how long checkpoints of former jobs are kept
 */
public record Retention(int logMegabytes, int logFiles, int checkpoints, long formerCheckpointsMillis) {
    private static final int MOST = 1_000;

    public Retention {
        require(logMegabytes, "--log-megabytes");
        require(logFiles, "--log-files");
        require(checkpoints, "--checkpoints");
    }

    /** In bytes. */
    public long logBytes() {
        return (long) logMegabytes << 20;
    }

    private static void require(int value, String option) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(option + " must be from 1 to " + MOST + ", but is " + value);
        }
    }
}
