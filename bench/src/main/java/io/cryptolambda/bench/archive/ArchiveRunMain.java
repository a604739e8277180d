package io.cryptolambda.bench.archive;

import io.cryptolambda.batch.master.ArchiveJob;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.bench.report.LocalSpark;
import io.cryptolambda.bench.report.PeakMemory;
import io.cryptolambda.core.access.KafkaAccess;
import org.apache.spark.sql.SparkSession;

/**
 * The archive job in a JVM of its own: for each line on standard input it runs once and answers with {@code records seconds
 * cpu_seconds peak_megabytes}; at the end of the input, with how many records and offsets the table holds.
 */
final class ArchiveRunMain {
    private static final double NANOS = 1e9;

    private ArchiveRunMain() {}

    /** @param args bootstrap servers, location of the table, threads */
    public static void main(String[] args) throws Exception {
        try (SparkSession spark = LocalSpark.start(Integer.parseInt(args[2]))) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, args[1]), () -> {});
            ArchiveJob job = new ArchiveJob(spark, KafkaAccess.at(args[0]), master, 1);
            Answering.serve(line -> run(job, line));
            long rows = master.snapshot().valid().count();
            long offsets = master.snapshot()
                    .valid()
                    .select("partition", "offset")
                    .distinct()
                    .count();
            Answering.say(rows + " " + offsets);
        }
    }

    private static String run(ArchiveJob job, String runId) throws InterruptedException {
        double cpu = Answering.cpuSeconds();
        long began = System.nanoTime();
        ArchiveJob.Result result = job.run(runId);
        double seconds = (System.nanoTime() - began) / NANOS;
        double cpuSeconds = Answering.cpuSeconds() - cpu;
        return result.records() + " " + seconds + " " + cpuSeconds + " " + PeakMemory.ofThisProcess();
    }
}
