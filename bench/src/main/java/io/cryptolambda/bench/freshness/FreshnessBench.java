package io.cryptolambda.bench.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.stack.Cores;
import io.cryptolambda.bench.stack.Http;
import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.bench.stack.StackOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the exchange's closing message to an event of the stream and an answer of the API. */
@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        description = "Age of a candle when it is seen, quiet and while things break, on the whole stack.")
public final class FreshnessBench implements Callable<Integer> {
    private static final long LONGEST_WAIT_SECONDS = 180;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions stackOptions;

    @Option(names = "--symbol-count", description = "Symbols of the market (default ${DEFAULT-VALUE}).")
    int symbolCount = 500;

    @Option(names = "--speed", description = "Minutes of the market in a real one (default ${DEFAULT-VALUE}).")
    int speed = 60;

    @Option(names = "--warm-up", description = "Seconds before the first measurement (default ${DEFAULT-VALUE}).")
    int warmUp = 60;

    @Option(names = "--quiet", description = "Seconds of the quiet stretch (default ${DEFAULT-VALUE}).")
    int quiet = 60;

    @Option(
            names = "--trouble-length",
            description = "Seconds of each stretch with trouble (default ${DEFAULT-VALUE}).")
    int troubleLength = 40;

    @Option(
            names = "--troubles",
            split = ",",
            description = "What happens, of ${COMPLETION-CANDIDATES} (default: all).")
    List<Trouble> troubles = List.of(Trouble.values());

    @Option(names = "--api-symbols", description = "Symbols that the API is asked for each minute (${DEFAULT-VALUE}).")
    int apiSymbols = 3;

    @Override
    public Integer call() throws Exception {
        try (LambdaStack stack = LambdaStack.up(stackOptions, speed, LambdaStack.symbols(symbolCount))) {
            JsonNode market = Http.get("http://" + stack.exchange() + "/simulator/status");
            List<String> names = new ArrayList<>();
            market.path("symbols").forEach(name -> names.add(name.asText()));
            Symbols symbols = new Symbols(names);
            Sampling sampling = new Sampling(symbols.names(), apiSymbols);
            ExchangeClock clock = ExchangeClock.read(stack.exchange());
            try (ApiWatch api = new ApiWatch(stack.serving(), symbols).start();
                    EventStream events = new EventStream(stack.serving(), symbols).start();
                    ExchangeListener exchange = new ExchangeListener(
                                    stack.exchange(), symbols, clock, (name, closing) -> {
                                        if (sampling.of(name, closing.openTime())) {
                                            api.watch(name, closing);
                                        }
                                    })
                            .start()) {
                return measure(stack, symbols, sampling);
            }
        }
    }

    private int measure(LambdaStack stack, Symbols symbols, Sampling sampling) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        pass(warmUp);
        long missing = 0;
        for (Trouble trouble : troubles) {
            out.printf(Locale.ROOT, "%n%s, %d symbols, %d times real time:%n", trouble, symbolCount, speed);
            Cores cores = Cores.begin(stack);
            long from = System.nanoTime();
            trouble.happen(stack);
            pass(trouble == Trouble.QUIET ? quiet : troubleLength);
            long to = System.nanoTime();
            if (trouble == Trouble.QUIET) {
                out.println(cores.end());
            }
            Ages ages = complete(symbols, from, to, sampling);
            missing += ages.missing();
            out.print(table(ages));
            out.flush();
        }
        long wrong = symbols.all().stream().mapToLong(Symbol::wrong).sum();
        out.printf(
                Locale.ROOT,
                "%s: %d candles with another price than the exchange's, %d never seen%n",
                wrong + missing == 0 ? "everything was seen, and right" : "void",
                wrong,
                missing);
        out.flush();
        return wrong + missing == 0 ? 0 : 1;
    }

    /** What is still under way at the end of a stretch is waited for: it counts with its whole age. */
    private static Ages complete(Symbols symbols, long from, long to, Sampling sampling) throws InterruptedException {
        long deadline = to + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        Ages ages = new Ages(symbols, from, to, sampling);
        while (ages.missing() > 0 && System.nanoTime() < deadline) {
            pass(1);
            ages = new Ages(symbols, from, to, sampling);
        }
        return ages;
    }

    private static String table(Ages ages) {
        TextTable table = Ages.table("the close");
        Ages.add(table, "the exchange's own message", ages.told(), 0);
        for (Sight sight : Sight.values()) {
            Ages.add(table, sight.text, ages.of(sight), ages.missing(sight));
        }
        return table.toString();
    }

    // The market's time passes by itself: a stretch is measured by being there.
    private static void pass(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }
}
