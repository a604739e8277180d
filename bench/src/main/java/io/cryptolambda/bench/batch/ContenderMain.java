package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.bench.report.PeakMemory;
import java.nio.file.Path;

/**
 * A contender in a JVM of its own. Answers {@code run WORK} with {@code seconds cpu_seconds peak_megabytes sums indicator_sums}, {@code dump SYMBOL FILE} with
 * {@code done}.
 */
final class ContenderMain {
    private static final double NANOS = 1e9;

    private ContenderMain() {}

    /** @param args name of the contender, folder of the candles, threads */
    public static void main(String[] args) throws Exception {
        ContenderKind kind = ContenderKind.valueOf(args[0]);
        try (Contender contender = kind.open(Path.of(args[1]), Integer.parseInt(args[2]))) {
            Answering.serve(line -> {
                String[] words = line.split(" ");
                return words[0].equals("run") ? run(contender, words) : dump(contender, words);
            });
        }
    }

    private static String run(Contender contender, String[] words) throws Exception {
        double cpu = Answering.cpuSeconds();
        long began = System.nanoTime();
        BarSums sums = contender.run(Work.valueOf(words[1]));
        double seconds = (System.nanoTime() - began) / NANOS;
        double cpuSeconds = Answering.cpuSeconds() - cpu;
        return seconds + " " + cpuSeconds + " " + PeakMemory.ofThisProcess() + " " + sums + " " + sums.indicators();
    }

    private static String dump(Contender contender, String[] words) throws Exception {
        if (!(contender instanceof BarContender bars)) {
            return "has no bars to show";
        }
        bars.dump(words[1], Path.of(words[2]));
        return "done";
    }
}
