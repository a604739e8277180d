package io.cryptolambda.batch;

import io.cryptolambda.core.config.EnvironmentDefaults;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The batch layer's program, run by {@code spark-submit}. The last line on standard output is a JSON summary; everything
 * else is logged to standard error. Exits with 0, 1 if a job failed or found something wrong, 2 if an option is wrong.
 */
@Command(
        name = "batch",
        description = "Archives the log, imports archives, and recomputes what is served.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(archive | recompute | import | compact | check | export | all | restore)",
        subcommands = {ImportCommand.class, CompactCommand.class, CheckCommand.class, ExportCommand.class})
public final class BatchMain {
    /** How the commands run their steps. */
    static final BatchJobs JOBS = new BatchJobs(Clock.systemUTC(), new SecureRandom());

    @Command(
            description = "Appends to the master dataset what the log has grown by.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    int archive(@Mixin BatchOptions options) throws IOException, InterruptedException {
        return JOBS.run("archive", options, Steps::archive);
    }

    @Command(
            description = "Brings the views up to date with the master dataset and publishes them.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    int recompute(@Mixin BatchOptions options, @Mixin RecomputeOptions recompute)
            throws IOException, InterruptedException {
        return JOBS.run("recompute", options, recompute::run);
    }

    @Command(
            description = "archive, then recompute.",
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    int all(@Mixin BatchOptions options, @Mixin RecomputeOptions recompute) throws IOException, InterruptedException {
        Map<String, BatchStep> steps = new LinkedHashMap<>();
        steps.put("archive", Steps::archive);
        steps.put("recompute", recompute::run);
        return JOBS.run("all", options, steps);
    }

    @Command(
            description = {
                "Puts the last days of the master dataset back into an empty raw topic, then archive and recompute.",
                "For when Kafka's and Elasticsearch's data are lost; --generation must be one more than before."
            },
            defaultValueProvider = EnvironmentDefaults.class,
            mixinStandardHelpOptions = true)
    int restore(@Mixin BatchOptions options, @Mixin RecomputeOptions recompute)
            throws IOException, InterruptedException {
        Map<String, BatchStep> steps = new LinkedHashMap<>();
        steps.put("restore", run -> Steps.restore(run, recompute.horizon));
        steps.put("archive", Steps::archive);
        steps.put("recompute", recompute::run);
        return JOBS.run("restore", options, steps);
    }

    /** Runs a command line; see {@code --help}. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BatchMain()).setExecutionExceptionHandler(BatchJobs::reportFailure);
    }
}
