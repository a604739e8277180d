package io.cryptolambda.batch;

import io.cryptolambda.core.config.EnvironmentDefaults;
import java.security.SecureRandom;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The batch layer's program, run by {@code spark-submit}. The last line on standard output is a JSON summary; everything
 * else is logged to standard error. Exits with 0, 1 if a job failed, 2 if an option is wrong.
 */
@Command(
        name = "batch",
        description = "Archives the log and recomputes what is served.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(archive | recompute | all)")
public final class BatchMain {
    private final BatchJobs jobs = new BatchJobs(Clock.systemUTC(), new SecureRandom());

    @Command(
            description = "Appends to the master dataset what the log has grown by.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    void archive(@Mixin BatchOptions options) throws InterruptedException {
        System.out.println(jobs.run("archive", options, true, null));
    }

    @Command(
            description = "Brings the views up to date with the master dataset and publishes them.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    void recompute(@Mixin BatchOptions options, @Mixin RecomputeOptions recompute) throws InterruptedException {
        System.out.println(jobs.run("recompute", options, false, recompute));
    }

    @Command(
            description = "archive, then recompute.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    void all(@Mixin BatchOptions options, @Mixin RecomputeOptions recompute) throws InterruptedException {
        System.out.println(jobs.run("all", options, true, recompute));
    }

    /** Runs a command line; see {@code --help}. */
    public static void main(String[] args) {
        CommandLine commandLine =
                new CommandLine(new BatchMain()).setExecutionExceptionHandler(BatchJobs::reportFailure);
        System.exit(commandLine.execute(args));
    }
}
