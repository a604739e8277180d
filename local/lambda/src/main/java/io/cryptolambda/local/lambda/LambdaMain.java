package io.cryptolambda.local.lambda;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.local.lambda.candles.CandlesCommand;
import io.cryptolambda.local.lambda.command.ArchiveCommand;
import io.cryptolambda.local.lambda.command.BatchCommand;
import io.cryptolambda.local.lambda.command.DownCommand;
import io.cryptolambda.local.lambda.command.SampleCommand;
import io.cryptolambda.local.lambda.command.ScaleCommand;
import io.cryptolambda.local.lambda.command.StatusCommand;
import io.cryptolambda.local.lambda.command.UpCommand;
import io.cryptolambda.local.lambda.verify.VerifyCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Wires the subcommands. Exit codes: 0 done, 1 failed, 2 usage. */
@Command(
        name = "lambda",
        mixinStandardHelpOptions = true,
        description = "Crypto Lambda on this machine: real Kafka, Flink, Spark, Elasticsearch and S3, all on loopback.",
        footer = {
            "",
            "./lambda bench NAME measures parts of this beside others; it needs no running stack.",
            "Every option is an environment variable too: --batch-every is LAMBDA_BATCH_EVERY."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            BatchCommand.class,
            ArchiveCommand.class,
            SampleCommand.class,
            ScaleCommand.class,
            CandlesCommand.class,
            VerifyCommand.class
        })
public final class LambdaMain {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine lambda = new CommandLine(new LambdaMain());
        // What these do not know is for the program that they run.
        for (String passedOn : List.of("batch", "archive", "sample")) {
            lambda.getSubcommands().get(passedOn).setUnmatchedOptionsArePositionalParams(true);
        }
        return lambda.setDefaultValueProvider(new EnvironmentDefaults())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("lambda: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
