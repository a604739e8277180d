package io.cryptolambda.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.importing.FileSelection;
import io.cryptolambda.batch.importing.ImportAddress;
import io.cryptolambda.batch.importing.ImportJob;
import io.cryptolambda.batch.importing.ImportResult;
import io.cryptolambda.core.config.DurationConverter;
import io.cryptolambda.core.config.EnvironmentDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports archive files. */
@Command(
        name = "import",
        description = {
            "Imports files of the exchange's public archive, SYMBOL-1m-YYYY-MM-DD.zip or SYMBOL-1m-YYYY-MM.zip.",
            "Files of other intervals are passed over. The log is archived first; recompute afterwards."
        },
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|URL",
            description = {
                "folder with the files, in it or below: of this machine, or as an address that Hadoop can read, such as"
                        + " s3a://bucket/landing or file:/folder;",
                "or the http address of the public archive, below which data/spot/daily/klines/... lies"
            })
    String from;

    @Option(
            names = "--symbols",
            split = ",",
            description = "which symbols, such as BTCUSDT,ETHUSDT (default: all; needed for http)")
    List<String> symbols = List.of();

    @Option(names = "--from", description = "first day, such as 2024-01-01 (default: all; needed for http)")
    LocalDate fromDay;

    @Option(names = "--to", description = "last day (default: all; needed for http)")
    LocalDate toDay;

    @Option(
            names = "--require-checksum",
            description = "refuse files that have no .CHECKSUM file beside them (default: count them)")
    boolean checksumRequired;

    @Option(
            names = "--horizon",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description =
                    "how far behind a symbol's newest candle the speed layer takes one: newer rows, and a day more, go"
                            + " to the log (default: ${DEFAULT-VALUE})")
    Duration horizon;

    @Mixin
    BatchOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        validate();
        Map<String, BatchStep> steps = new LinkedHashMap<>();
        steps.put("archive", Steps::archive);
        steps.put("import", this::run);
        return BatchMain.JOBS.run("import", options, steps);
    }

    private void validate() {
        boolean web = ImportAddress.isWeb(from);
        if (web && (symbols.isEmpty() || fromDay == null || toDay == null)) {
            throw usage("an http address needs --symbols, --from and --to");
        }
        if (!web && !ImportAddress.isAddress(from) && !Files.isDirectory(Path.of(from))) {
            throw usage("'" + from + "' is neither a folder nor an address");
        }
        if (fromDay != null && toDay != null && toDay.isBefore(fromDay)) {
            throw usage("--to must not be before --from");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void run(BatchContext run) throws IOException, InterruptedException {
        ImportJob.Settings settings = new ImportJob.Settings(
                from,
                new FileSelection(symbols, fromDay, toDay),
                checksumRequired,
                options.kafka.access(),
                options.generation,
                horizon,
                options.partitionsOrCores());
        ImportResult result = new ImportJob(run.spark(), run.master(), settings, run.clock()).run(run.runId());
        ObjectNode json = run.summary().section("import");
        json.put("files", result.files()).put("imported", result.imported());
        json.put("known", result.known()).put("reissued", result.reissued());
        json.put("refused", result.refused()).put("missing", result.missing());
        json.put("of_other_intervals", result.ignored()).put("without_checksum", result.withoutChecksum());
        json.put("rows_in", result.rowsIn()).put("rows_out", result.rowsOut());
        json.put("to_master", result.toMaster()).put("to_log", result.toLog());
        json.put("duplicates", result.duplicates()).put("revisions", result.revisions());
        json.put("rejected", result.rejected());
        ArrayNode refusals = json.putArray("refusals");
        result.refusals().forEach(refusals::add);
        if (result.refused() > 0) {
            run.summary().fail();
        }
    }
}
