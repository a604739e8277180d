package io.cryptolambda.local.lambda.command;

import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.local.lambda.stack.Retention;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much is kept of what the stack itself would let grow; what the batch layer keeps is said by its own options. */
final class RetentionOptions {
    @Option(
            names = "--log-megabytes",
            paramLabel = "N",
            defaultValue = "10",
            description = "a process's log is put aside once it is larger (default ${DEFAULT-VALUE})")
    private int logMegabytes;

    @Option(
            names = "--log-files",
            paramLabel = "N",
            defaultValue = "5",
            description = "logs of each process, the one that is written included (default ${DEFAULT-VALUE})")
    private int logFiles;

    @Option(
            names = "--checkpoints",
            paramLabel = "N",
            defaultValue = "3",
            description = "completed checkpoints of the Flink job to keep (default ${DEFAULT-VALUE})")
    private int checkpoints;

    @Option(
            names = "--former-checkpoints",
            paramLabel = "DURATION",
            defaultValue = "7d",
            converter = DurationConverter.class,
            description =
                    "how long checkpoints of former jobs are kept, once the running one has its own; nothing can go on"
                            + " from those that are older than the topics keep (default ${DEFAULT-VALUE})")
    private Duration formerCheckpoints;

    /** @throws ParameterException if one of them is out of range */
    Retention retention(CommandLine command) {
        try {
            return new Retention(logMegabytes, logFiles, checkpoints, formerCheckpoints.toMillis());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }
}
