package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.bench.report.PeakMemory;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.speed.flink.Collecting;
import io.cryptolambda.speed.flink.JobEnvironment;
import io.cryptolambda.speed.flink.SpeedGraph;
import io.cryptolambda.speed.flink.SpeedOptions;
import io.cryptolambda.speed.flink.connectors.KafkaEnds;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job from real topics into nothing, in a cluster within this JVM. Each line is a run, answered with {@code
 * candles_per_second cpu_seconds_per_million documents checksum built peak_megabytes}.
 */
final class FlinkRunMain {
    // What the one-machine stack gives a task manager.
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);

    // Of the run that is under way: operators in this JVM find it here.
    private static volatile JobProgress progress;

    private FlinkRunMain() {}

    /** @param args bootstrap servers, state backend, candles, parallelism, folder for checkpoints */
    public static void main(String[] args) throws Exception {
        Answering.serve(line -> run(args));
    }

    private static String run(String[] args) throws Exception {
        long candles = Long.parseLong(args[2]);
        progress = new JobProgress(candles);
        JobClient job = submit(args);
        progress.await();
        // Whatever is on its way to the sinks arrives before it stops.
        job.stopWithSavepoint(false, Path.of(args[4]).toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        return progress.candlesPerSecond() + " " + progress.cpuSecondsPerMillion() + " " + progress.documents() + " "
                + Long.toHexString(progress.checksum()) + " " + progress.built() + " " + PeakMemory.ofThisProcess();
    }

    private static JobClient submit(String[] args) throws Exception {
        SpeedOptions options =
                SpeedOptions.parse("--kafka", args[0], "--state-backend", args[1], "--parallelism", args[3]);
        Configuration cluster = new Configuration();
        cluster.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Path.of(args[4]).toUri().toString());
        cluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        StreamExecutionEnvironment env = JobEnvironment.create(options, cluster);
        KafkaEnds kafka = new KafkaEnds(KafkaAccess.at(args[0]));
        SpeedGraph.defineWorkflow(
                env.fromSource(kafka.features(), WatermarkStrategy.noWatermarks(), "features"),
                env.fromSource(kafka.seeds(), WatermarkStrategy.noWatermarks(), "seeds"),
                Duration.ofHours(24),
                new SpeedGraph.Ends(
                        documents -> documents.sinkTo(new Collecting<>(document -> progress.document(document))),
                        bars -> bars.sinkTo(new Collecting<>(bar -> progress.bar(bar))),
                        late -> late.sinkTo(new Collecting<>(candle -> unexpected("late"))),
                        letters -> letters.sinkTo(new Collecting<>(letter -> unexpected("dead letter")))));
        return env.executeAsync();
    }

    private static void unexpected(String what) {
        throw new IllegalStateException("unexpected " + what);
    }
}
