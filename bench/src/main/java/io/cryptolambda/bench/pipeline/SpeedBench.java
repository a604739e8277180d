package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.bench.stack.StackOptions;
import io.cryptolambda.bench.stack.StackProcess;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The speed layer beside Spark Structured Streaming: how fast a filled topic is drained, and how old a paced candle is. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        description = "Log to Elasticsearch: the speed layer beside Spark Structured Streaming.")
public final class SpeedBench implements Callable<Integer> {
    private static final String TWIN = "bench_ohlcv_1m";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(5, "2g");

    @Mixin
    private StackOptions stackOptions;

    @Option(names = "--symbol-count", description = "Symbols (default ${DEFAULT-VALUE}).")
    int symbolCount = 500;

    @Option(names = "--minutes", description = "Candles of each symbol a run (default ${DEFAULT-VALUE}).")
    int minutes = 300;

    @Option(
            names = "--threads",
            description = "Threads of Spark, partitions of its shuffle (default ${DEFAULT-VALUE}).")
    int threads = 2;

    @Option(
            names = "--paced",
            description = "Seconds of a candle a symbol each, 0 for none (default ${DEFAULT-VALUE}).")
    int paced = 30;

    @Override
    public Integer call() throws Exception {
        // The simulator's one symbol goes on beside: a candle a minute.
        try (LambdaStack stack = LambdaStack.up(stackOptions, 1, LambdaStack.symbols(1))) {
            HeldTopic.prepare(stack.kafka(), TWIN);
            try (SparkProcess spark =
                            SparkProcess.start(stack, TWIN, stackOptions.folder(), threads, runOptions.heap());
                    HeldTopic ours = new HeldTopic(stack.kafka(), Topics.RAW);
                    HeldTopic theirs = new HeldTopic(stack.kafka(), TWIN)) {
                return measure(stack, spark, ours, theirs);
            }
        }
    }

    private int measure(LambdaStack stack, SparkProcess spark, HeldTopic ours, HeldTopic theirs)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<StackProcess> shared = List.of(stack.process("kafka"), stack.process("elasticsearch"));
        List<StackProcess> layer = Stream.of("kstreams", "flink-jobmanager", "flink-taskmanager")
                .map(stack::process)
                .toList();
        List<Contender> contenders = List.of(
                new Contender(Side.OURS, ours, new Arrival(stack.elasticsearch(), Side.OURS), layer, shared),
                new Contender(
                        Side.SPARK,
                        theirs,
                        new Arrival(stack.elasticsearch(), Side.SPARK),
                        List.of(spark.process()),
                        shared));
        MinuteFeed feed = new MinuteFeed(symbolCount);
        for (int run = 0; run <= runOptions.runs(); run++) {
            List<Candle> candles = candles(feed);
            for (Contender contender : contenders) {
                spark.check();
                double seconds = contender.run(candles, feed.newest(), run > 0);
                out.printf(
                        Locale.ROOT,
                        "%s: %,d candles in %.2f s%s%n",
                        contender,
                        candles.size(),
                        seconds,
                        run == 0 ? " (warm-up)" : "");
                out.flush();
            }
        }
        DocumentCheck check = new DocumentCheck(stack.elasticsearch()).run(feed.names());
        out.printf("%s%n", check);
        if (!check.equal()) {
            out.println("void");
            out.flush();
            return 1;
        }
        out.printf("%n%s%n", table(contenders));
        out.flush();
        if (paced > 0) {
            PacedFreshness freshness = new PacedFreshness(stack, feed, paced);
            freshness.ours();
            freshness.spark(TWIN);
            out.print(freshness);
            out.flush();
        }
        return 0;
    }

    private List<Candle> candles(MinuteFeed feed) {
        List<Candle> candles = new ArrayList<>(minutes * symbolCount);
        for (int minute = 0; minute < minutes; minute++) {
            for (int symbol = 0; symbol < symbolCount; symbol++) {
                candles.add(feed.next(symbol));
            }
        }
        return candles;
    }

    private static String table(List<Contender> contenders) {
        TextTable table = new TextTable(
                "what", "thousand candles/s", "ratio", "cpu s per million", "broker cpu", "store cpu", "peak MB");
        double base = new Repeated(contenders.get(1).rates).median();
        for (Contender contender : contenders) {
            Repeated rates = new Repeated(contender.rates);
            table.add(
                    contender.toString(),
                    rates.toString(),
                    String.format(Locale.ROOT, "%.2f", rates.median() / base),
                    new Repeated(contender.cpu).toString(),
                    new Repeated(contender.brokerCpu).toString(),
                    new Repeated(contender.storeCpu).toString(),
                    Long.toString(contender.peakMegabytes()));
        }
        return table.toString();
    }
}
