package io.cryptolambda.local.lambda.command;

import io.cryptolambda.local.lambda.process.LogTail;
import io.cryptolambda.local.lambda.process.StartFailure;
import java.io.PrintWriter;

/** Prints what happens, with the seconds since the command began. */
final class Progress {
    private static final int TAIL_LINES = 15;

    private final PrintWriter out;
    private final long beginNanos = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void line(String event) {
        synchronized (out) {
            out.printf("[%7.1f s] %s%n", seconds(), event);
            out.flush();
        }
    }

    /** Why the stack is not up, with the end of the log that tells more. */
    void failure(StartFailure failure) {
        line("FAILED: " + failure.getMessage());
        failure.log().ifPresent(log -> {
            line("the end of " + log + ":");
            LogTail.lines(log, TAIL_LINES).forEach(out::println);
        });
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}
