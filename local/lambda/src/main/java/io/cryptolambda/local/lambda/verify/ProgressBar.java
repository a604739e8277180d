package io.cryptolambda.local.lambda.verify;

import java.io.PrintWriter;

/** How far a comparison is: a bar that is drawn over on a terminal, else a line at each tenth. For several threads. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private long total;
    private long done;
    private long shown = -1;

    /** @param terminal whether lines can be drawn over */
    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A line of its own. */
    synchronized void line(String text) {
        out.print(shown >= 0 && terminal ? "\n" : "");
        shown = -1;
        out.println(text);
        out.flush();
    }

    /** There is so much more to do. */
    synchronized void expect(long more) {
        total += more;
    }

    /** One thing is done. */
    synchronized void step(String what) {
        done++;
        int steps = terminal ? WIDTH : TENTHS;
        long at = total == 0 ? 0 : done * steps / total;
        if (terminal) {
            String bar = "#".repeat((int) Math.min(WIDTH, at));
            out.printf("\r[%-" + WIDTH + "s] %d of %d  %-24s", bar, done, total, what);
            out.print(done == total ? "\n" : "");
        } else if (at != shown) {
            out.printf("compared %d of %d series (%d %%)%n", done, total, 100 * done / total);
        }
        shown = done == total ? -1 : at;
        out.flush();
    }
}
