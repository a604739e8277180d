package io.cryptolambda.bench.archive;

import com.sun.management.OperatingSystemMXBean;
import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.bench.report.LocalSpark;
import io.cryptolambda.bench.report.PeakMemory;
import io.cryptolambda.core.access.KafkaAccess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;

/**
 * The archive job in a JVM of its own: for each line on standard input it runs once and answers with {@code records seconds
 * cpu_seconds peak_megabytes}; at the end of the input, with how many records and offsets the table holds.
 */
final class ArchiveRunMain {
    /** What tells an answer from anything else on standard output. */
    static final String ANSWER = "answer: ";

    private static final double NANOS = 1e9;

    private ArchiveRunMain() {}

    /** @param args bootstrap servers, location of the table, threads */
    public static void main(String[] args) throws Exception {
        try (SparkSession spark = LocalSpark.start(Integer.parseInt(args[2]))) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, args[1]), () -> {});
            ArchiveJob job = new ArchiveJob(spark, KafkaAccess.at(args[0]), master, 1, 1);
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(ANSWER + run(job, line));
            }
            long rows = master.snapshot().valid().count();
            long offsets = master.snapshot()
                    .valid()
                    .select("partition", "offset")
                    .distinct()
                    .count();
            System.out.println(ANSWER + rows + " " + offsets);
        }
    }

    private static String run(ArchiveJob job, String runId) throws InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        ArchiveJob.Result result = job.run(runId);
        double seconds = (System.nanoTime() - began) / NANOS;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
        return result.records() + " " + seconds + " " + cpuSeconds + " " + PeakMemory.ofThisProcess();
    }
}
