package io.cryptolambda.batch;

import io.cryptolambda.batch.master.ExportJob;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.config.EnvironmentDefaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes records of the master dataset as text. It reads one version of the table, so it needs no lease. */
@Command(
        name = "export",
        description = {
            "Writes the candles of the master dataset to a folder of this machine: one gzip file per symbol, in the order",
            "of the log; a line holds position, append time and the candle as JSON, separated by tabs. For verify."
        },
        defaultValueProvider = EnvironmentDefaults.class,
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "an existing folder")
    Path folder;

    @Option(
            names = "--below",
            split = ",",
            paramLabel = "PARTITION=OFFSET",
            description = "leave out what the log holds: records of this generation from these offsets on")
    Map<Integer, Long> below = Map.of();

    @Option(names = "--symbols", split = ",", paramLabel = "SYMBOL", description = "whose (default: all)")
    List<String> symbols = List.of();

    @Mixin
    BatchOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.validate();
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "'" + folder + "' is not a folder");
        }
        StoreLocation store = options.storeLocation();
        try (SparkSession spark = Sessions.start(store, options.partitionsOrCores())) {
            MasterDataset master = new MasterDataset(new DeltaPath(spark, store.master()), () -> {});
            new ExportJob(master, options.generation).run(folder, below, symbols);
        }
        return 0;
    }
}
