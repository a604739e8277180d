package io.cryptolambda.bench.report;

import picocli.CommandLine.Option;

/** How often is measured, and the heap of what is measured. Each benchmark has defaults of its own. */
public final class RunOptions {
    @Option(
            names = "--runs",
            description =
                    "Runs of each that count, after one to warm up where a JVM is kept (default ${DEFAULT-VALUE}).")
    int runs;

    @Option(names = "--heap", description = "Heap of each measured JVM, as -Xmx takes it (default ${DEFAULT-VALUE}).")
    String heap;

    private RunOptions(int runs, String heap) {
        this.runs = runs;
        this.heap = heap;
    }

    /** What holds if nothing is said. */
    public static RunOptions byDefault(int runs, String heap) {
        return new RunOptions(runs, heap);
    }

    /** Runs of each that count. */
    public int runs() {
        return runs;
    }

    /** As {@code -Xmx} takes it. */
    public String heap() {
        return heap;
    }
}
