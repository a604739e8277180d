package io.cryptolambda.bench.serving;

import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the server: candles, the newest of every symbol, event streams. */
@Command(
        name = "serving",
        mixinStandardHelpOptions = true,
        description = "Requests to the server beside the same search sent to Elasticsearch; event streams.")
public final class ServingBench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(5, "256m");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Option(names = "--seconds", description = "Length of a run (default ${DEFAULT-VALUE}).")
    int seconds = 8;

    @Option(
            names = "--warm-up",
            description = "Seconds that each is asked for before anything is measured (default ${DEFAULT-VALUE}).")
    int warmUp = 20;

    @Option(names = "--connections", description = "Connections that ask, each for one thing after the other.")
    int connections = 8;

    @Option(names = "--limit", description = "Candles asked for (default ${DEFAULT-VALUE}).")
    int limit = 500;

    @Option(
            names = "--flags",
            split = ",",
            description = "Flags of the server's JVM besides its heap; the local stack's are the default.")
    List<String> flags = List.of("-XX:+UseSerialGC");

    @Option(names = "--clients", description = "Event streams (default ${DEFAULT-VALUE}); 0: leave them out.")
    int clients = 5_000;

    @Option(names = "--stream-symbols", description = "Symbols that they follow (default ${DEFAULT-VALUE}).")
    int streamSymbols = 500;

    @Option(names = "--rounds", description = "How often every symbol and interval is updated at once.")
    int rounds = 20;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Wrk.requireInstalled();
        Path work = folder.create("serving");
        try (ServingStack stack = ServingStack.start(work, runOptions.heap(), flags)) {
            StoredWalks walks = StoredWalks.write(stack);
            SameCandles same = new SameCandles(stack, walks, limit);
            out.printf("%s%n", same.compare());
            out.flush();
            requests(stack, same, work, out);
            if (clients > 0) {
                new StreamRun(stack, clients, streamSymbols).measure(rounds, out);
            }
        }
        return 0;
    }

    private void requests(ServingStack stack, SameCandles same, Path work, PrintWriter out) throws Exception {
        Map<String, Wrk.Target> targets = new TreeMap<>(Map.of(
                "1 Elasticsearch, the newest",
                same.direct(List.of()),
                "2 merged, the newest",
                same.merged(List.of()),
                "3 Elasticsearch, older pages",
                same.direct(same.pages()),
                "4 merged, older pages",
                same.merged(same.pages()),
                "5 hello",
                new Wrk.Target(stack.serving(), List.of(new Wrk.Request("/health/live", null))),
                "6 latest",
                new Wrk.Target(stack.serving(), List.of(new Wrk.Request("/api/v1/latest", null)))));
        for (Map.Entry<String, Wrk.Target> target : targets.entrySet()) {
            Wrk.Measured one = new Wrk(work, connections, warmUp).measure(target.getValue());
            out.printf(Locale.ROOT, "%s: %s (warm-up)%n", target.getKey(), one);
            out.flush();
        }
        Wrk wrk = new Wrk(work, connections, seconds);
        Map<String, List<Wrk.Measured>> measured = new TreeMap<>();
        for (int run = 0; run < runOptions.runs(); run++) {
            for (Map.Entry<String, Wrk.Target> target : targets.entrySet()) {
                Wrk.Measured one = wrk.measure(target.getValue());
                out.printf(Locale.ROOT, "%s: %s%n", target.getKey(), one);
                out.flush();
                measured.computeIfAbsent(target.getKey(), key -> new ArrayList<>())
                        .add(one);
            }
        }
        TextTable table = new TextTable("what", "requests/s", "p50 ms", "p99 ms", "cpu ms");
        measured.forEach((name, all) -> table.add(
                name.substring(2),
                Wrk.Measured.repeated(all, Wrk.Measured::rate).toString(),
                Wrk.Measured.repeated(all, Wrk.Measured::p50).toString(),
                Wrk.Measured.repeated(all, Wrk.Measured::p99).toString(),
                Wrk.Measured.repeated(all, Wrk.Measured::cpu).toString()));
        out.printf("%n%s%n", table);
        out.flush();
    }
}
