package io.cryptolambda.bench.growth;

import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.stack.Cores;
import io.cryptolambda.bench.stack.Http;
import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.bench.stack.StackOptions;
import io.cryptolambda.core.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole stack with more and more symbols. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "CPU, memory, state, checkpoint and restore of the whole stack as there are more symbols.")
public final class GrowthBench implements Callable<Integer> {
    private static final double NANOS = 1e9;
    private static final double MEGABYTES = 1 << 20;
    private static final long LONGEST_WAIT_SECONDS = 180;
    private static final List<String> SHOWN =
            List.of("ingest", "kstreams", "flink", "kafka", "elasticsearch", "serving", "exchange");

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions stackOptions;

    @Option(names = "--counts", split = ",", description = "Symbols, one stack after the other (${DEFAULT-VALUE}).")
    List<Integer> counts = List.of(10, 100, 1000);

    @Option(names = "--speed", description = "Minutes of the market in a real one (default ${DEFAULT-VALUE}).")
    int speed = 60;

    @Option(names = "--warm-up", description = "Seconds before CPU is measured (default ${DEFAULT-VALUE}).")
    int warmUp = 45;

    @Option(names = "--length", description = "Seconds in which CPU is measured (default ${DEFAULT-VALUE}).")
    int length = 30;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Grown> grown = new ArrayList<>();
        for (int symbols : counts) {
            try (LambdaStack stack = LambdaStack.up(stackOptions, speed, LambdaStack.symbols(symbols))) {
                grown.add(measure(stack, symbols));
            }
            out.printf("%d symbols measured%n", symbols);
            out.flush();
        }
        out.printf("%nCPU, milliseconds a candle:%n%s", table(grown, each -> each::cpuMillis, "%.3f"));
        out.printf("%nPeak memory, megabytes:%n%s", table(grown, each -> each::megabytes, "%.0f"));
        out.printf("%nState:%n%s", state(grown));
        out.flush();
        return 0;
    }

    private Grown measure(LambdaStack stack, int symbols) throws Exception {
        TimeUnit.SECONDS.sleep(warmUp);
        long before = candles(stack.kafka());
        long began = System.nanoTime();
        Cores cores = Cores.begin(stack);
        TimeUnit.SECONDS.sleep(length);
        List<Cores.Use> uses = cores.uses();
        double seconds = (System.nanoTime() - began) / NANOS;
        long candles = candles(stack.kafka()) - before;
        FlinkJob job = new FlinkJob(stack.flink());
        FlinkJob.Checkpoints checkpoints = job.checkpoints();
        double streamsMegabytes = megabytes(stack.folder("kstreams"));
        return new Grown(
                symbols,
                candles,
                seconds,
                uses,
                streamsMegabytes,
                checkpoints,
                flinkBack(stack, job),
                streamsBack(stack));
    }

    private static double flinkBack(LambdaStack stack, FlinkJob job) throws IOException, InterruptedException {
        long restores = job.restores();
        long killed = System.nanoTime();
        stack.process("flink-taskmanager").kill();
        return await(killed, () -> job.restores() > restores && job.running());
    }

    private static double streamsBack(LambdaStack stack) throws IOException, InterruptedException {
        long pid = stack.process("kstreams").pid();
        long killed = System.nanoTime();
        stack.process("kstreams").kill();
        return await(
                killed,
                () -> stack.process("kstreams").pid() != pid && Http.get(stack.streams() + "/health/ready") != null);
    }

    /** A question that fails as long as the one who is asked is away. */
    private interface Question {
        boolean holds() throws IOException, InterruptedException;
    }

    private static double await(long since, Question question) throws IOException, InterruptedException {
        while ((System.nanoTime() - since) / NANOS < LONGEST_WAIT_SECONDS) {
            try {
                if (question.holds()) {
                    return (System.nanoTime() - since) / NANOS;
                }
            } catch (IOException e) {
                // Not back yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("it was not back after " + LONGEST_WAIT_SECONDS + " s");
    }

    private static long candles(String kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            Map<TopicPartition, OffsetSpec> ends =
                    admin
                            .describeTopics(List.of(Topics.RAW))
                            .allTopicNames()
                            .get()
                            .get(Topics.RAW)
                            .partitions()
                            .stream()
                            .collect(Collectors.toMap(
                                    info -> new TopicPartition(Topics.RAW, info.partition()),
                                    info -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file ->
                                    file.toFile().isFile() ? file.toFile().length() : 0)
                            .sum()
                    / MEGABYTES;
        }
    }

    /** A table of something of each process. */
    private interface OfProcess {
        ToDoubleFunction<String> of(Grown grown);
    }

    private static String table(List<Grown> grown, OfProcess what, String format) {
        List<String> heading = new ArrayList<>(List.of("symbols", "candles/s", "all"));
        heading.addAll(SHOWN);
        TextTable table = new TextTable(heading.toArray(String[]::new));
        for (Grown each : grown) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(each.symbols()));
            row.add(String.format(Locale.ROOT, "%.0f", each.candles() / each.seconds()));
            row.add(String.format(Locale.ROOT, format, what.of(each).applyAsDouble("")));
            SHOWN.forEach(name ->
                    row.add(String.format(Locale.ROOT, format, what.of(each).applyAsDouble(name))));
            table.add(row.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String state(List<Grown> grown) {
        TextTable table = new TextTable(
                "symbols",
                "Streams MB",
                "Flink MB",
                "KB a symbol",
                "checkpoint writes MB",
                "checkpoint ms",
                "Flink back s",
                "Streams back s");
        for (Grown each : grown) {
            double state = each.streamsMegabytes() + each.checkpoints().stateMegabytes();
            table.add(
                    Integer.toString(each.symbols()),
                    number(each.streamsMegabytes()),
                    number(each.checkpoints().stateMegabytes()),
                    number(state * 1024 / each.symbols()),
                    number(each.checkpoints().writtenMegabytes()),
                    Long.toString(each.checkpoints().medianMillis()),
                    number(each.flinkBackSeconds()),
                    number(each.streamsBackSeconds()));
        }
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
