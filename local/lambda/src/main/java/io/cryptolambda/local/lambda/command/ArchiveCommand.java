package io.cryptolambda.local.lambda.command;

import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.local.lambda.stack.Ports;
import io.cryptolambda.local.lambda.stack.S3Server;
import io.cryptolambda.local.lambda.stack.StateFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ingest's {@code archive}; the store of the stack that runs is its default. */
@Command(
        name = "archive",
        description = {
            "Downloads files of the exchange's public archive into the running stack's store, or into --store;",
            "for batch import s3a://crypto-lambda/landing. archive --help lists its options."
        })
public final class ArchiveCommand implements Callable<Integer> {
    private static final PassedOn PROGRAM =
            new PassedOn("ingest", "ingest", "io.cryptolambda.ingest.IngestMain", "archive");

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "passed on to ingest archive")
    private List<String> arguments = List.of();

    @Mixin
    private DataDirOption dataDir;

    @Override
    public Integer call() throws Exception {
        Map<String, String> environment = new HashMap<>();
        new StateFiles(dataDir.directory()).runningState().ifPresent(running -> {
            Ports ports = running.settings().ports();
            environment.putAll(S3Server.credentials());
            environment.put(EnvironmentDefaults.variable("--s3-endpoint"), ports.s3Url());
        });
        return PROGRAM.run(arguments, environment);
    }
}
