package io.cryptolambda.bench.batch;

import com.sun.management.OperatingSystemMXBean;
import io.cryptolambda.bench.report.PeakMemory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A contender in a JVM of its own. Reads commands from standard input, a line each, and answers each with a line that begins
 * with {@value #ANSWER}: {@code run WORK} with {@code seconds cpu_seconds peak_megabytes sums indicator_sums}, {@code dump SYMBOL FILE} with
 * {@code done}.
 */
final class ContenderMain {
    /** What tells an answer from anything else on standard output. */
    static final String ANSWER = "answer: ";

    private static final double NANOS = 1e9;

    private ContenderMain() {}

    /** @param args name of the contender, folder of the candles, threads */
    public static void main(String[] args) throws Exception {
        ContenderKind kind = ContenderKind.valueOf(args[0]);
        try (Contender contender = kind.open(Path.of(args[1]), Integer.parseInt(args[2]))) {
            serve(contender);
        }
    }

    private static void serve(Contender contender) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            System.out.println(ANSWER + (words[0].equals("run") ? run(contender, words) : dump(contender, words)));
        }
    }

    private static String run(Contender contender, String[] words) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        BarSums sums = contender.run(Work.valueOf(words[1]));
        double seconds = (System.nanoTime() - began) / NANOS;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
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
