package io.cryptolambda.bench.growth;

import io.cryptolambda.bench.stack.Cores;
import java.util.List;

/**
 * The stack with so many symbols.
 *
 * @param symbols how many
 * @param candles that came while the CPU was measured
 * @param seconds how long that was
 * @param uses of each process
 * @param streamsMegabytes on disk, of the Streams app
 * @param checkpoints of the Flink job
 * @param flinkBackSeconds from the kill of its task manager until all tasks run again from a checkpoint
 * @param streamsBackSeconds from its kill until the Streams app is ready again
 */
record Grown(
        int symbols,
        long candles,
        double seconds,
        List<Cores.Use> uses,
        double streamsMegabytes,
        FlinkJob.Checkpoints checkpoints,
        double flinkBackSeconds,
        double streamsBackSeconds) {

    /** CPU milliseconds a candle, of the processes whose names begin so; of all for the empty text. */
    double cpuMillis(String name) {
        return uses.stream()
                        .filter(use -> use.process().name().startsWith(name))
                        .mapToDouble(Cores.Use::cpuSeconds)
                        .sum()
                * 1000
                / candles;
    }

    /** Peak megabytes of the processes whose names begin so. */
    long megabytes(String name) {
        return uses.stream()
                .filter(use -> use.process().name().startsWith(name))
                .mapToLong(Cores.Use::peakMegabytes)
                .sum();
    }
}
