package io.cryptolambda.bench.accuracy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the largest deviation of each feature and indicator; fails where one is out of bounds. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = "Largest relative deviation of every feature and indicator from the plain definitions (must be 0)"
                + " and from TA-Lib, over each candle and 400-bar slice of real data.")
public final class AccuracyBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of files SYMBOL-1m-YYYY-MM-DD.zip, subfolders included.")
    Path folder;

    @Option(
            names = "--minute-step",
            defaultValue = "1",
            description = "Compare only each n-th candle and 1-minute bar (default ${DEFAULT-VALUE}).")
    int minuteStep;

    @Override
    public Integer call() throws IOException {
        FeatureDeviations features = new FeatureDeviations();
        IndicatorDeviations indicators = new IndicatorDeviations();
        List<CandleRuns.Run> runs = CandleRuns.in(folder);
        for (CandleRuns.Run run : runs) {
            spec.commandLine().getErr().println("comparing " + run.name());
            features.compare(run, minuteStep);
            indicators.compare(run, minuteStep);
        }
        boolean hold = features.hold() && indicators.hold();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s%n%s%n", features.table(), indicators.table());
        out.println(hold ? "all within bounds" : "OUT OF BOUNDS");
        out.flush();
        return hold ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
