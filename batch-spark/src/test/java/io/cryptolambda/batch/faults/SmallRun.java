package io.cryptolambda.batch.faults;

import io.cryptolambda.core.Candle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures what a run costs that has next to nothing to do: a day of one symbol and half a day of another, then ten minutes
 * more at each run. Not a test; prints seconds and the processor's seconds of each run. An argument is the number of runs.
 */
final class SmallRun {
    private static final int CANDLES = 10;

    private SmallRun() {}

    public static void main(String[] arguments) throws Exception {
        Batch batch = Batch.onS3("small");
        try (RawLogForTests log = RawLogForTests.fresh(2)) {
            List<Candle> bitcoin = RawLogForTests.day("BTCUSDT", "2023-03-24");
            log.write(bitcoin.subList(0, 600));
            log.write(RawLogForTests.day("SOLUSDT", "2023-02-14"));
            for (int run = 0; run < Integer.parseInt(arguments[0]); run++) {
                if (run > 0) {
                    int from = 600 + run * CANDLES;
                    log.write(bitcoin.subList(from, from + CANDLES));
                }
                long start = System.nanoTime();
                Batch.Started started = batch.start("all");
                Duration cpu = cpuUntilTheEnd(started.process());
                started.await().requireSuccess();
                System.out.printf(
                        "MEASURED run %d: %.1f s, %.1f s of CPU, log %s%n",
                        run, (System.nanoTime() - start) / 1e9, cpu.toMillis() / 1e3, started.log());
            }
        }
        System.exit(0);
    }

    private static Duration cpuUntilTheEnd(Process process) throws InterruptedException {
        Duration cpu = Duration.ZERO;
        do {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        return cpu;
    }
}
