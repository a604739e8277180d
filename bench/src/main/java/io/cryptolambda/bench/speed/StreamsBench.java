package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.log.BrokerOptions;
import io.cryptolambda.bench.log.KafkaBroker;
import io.cryptolambda.bench.log.RawRecords;
import io.cryptolambda.bench.report.Ending;
import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import io.cryptolambda.core.Topics;
import io.cryptolambda.speed.kstreams.CommittedOffsets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The Streams app beside a bare loop: each run has a fresh broker, the same raw records, and a JVM of its own. */
@Command(
        name = "kstreams",
        mixinStandardHelpOptions = true,
        description = "Raw candles to features: Kafka Streams, exactly and at least once, beside a bare loop.")
public final class StreamsBench implements Callable<Integer> {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final int PARTITIONS = 4;
    private static final int POLL_MILLIS = 200;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(3, "512m");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    @Option(names = "--records", description = "Records of each run (default ${DEFAULT-VALUE}).")
    int records = 2_000_000;

    private record Run(FeatureLog written, double cpuSecondsPerMillion) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Map<StreamsContender, List<Run>> done = new EnumMap<>(StreamsContender.class);
        for (int run = 0; run < runOptions.runs(); run++) {
            for (StreamsContender contender : StreamsContender.values()) {
                Run result = run(contender);
                done.computeIfAbsent(contender, first -> new ArrayList<>()).add(result);
                out.printf(
                        Locale.ROOT,
                        "%s: %,d documents, %.0f a second, checksum %x%n",
                        contender,
                        result.written().documents(),
                        result.written().recordsPerSecond(),
                        result.written().checksum());
                out.flush();
            }
        }
        return report(done, out);
    }

    private Run run(StreamsContender contender) throws Exception {
        Path work = folder.create("kstreams");
        BuiltModules built = BuiltModules.ofThisProject();
        try (KafkaBroker broker = brokerOptions.broker(built.root(), work).start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.address()))) {
            RawRecords raw = new RawRecords(broker.address());
            raw.createTopic();
            admin.createTopics(List.of(topic(Topics.FEATURES), topic(Topics.DEAD_LETTERS)))
                    .all()
                    .get();
            raw.produce(records);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + runOptions.heap()));
            command.addAll(List.of("-cp", built.streams()));
            command.addAll(contender.program(broker.address(), work.resolve("state"), brokerOptions.nextFreePort()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("contender.log").toFile())
                    .start();
            double cpu = cpuSecondsPerMillion(admin, process, work);
            process.destroy();
            Ending.await(process);
            return new Run(FeatureLog.read(broker.address()), cpu);
        } finally {
            Trees.delete(work);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1);
    }

    /** Waits until all is committed, and takes the CPU of the last four fifths: neither start nor most of the compiling. */
    private double cpuSecondsPerMillion(Admin admin, Process process, Path work)
            throws IOException, InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        long warm = 0;
        double warmCpu = 0;
        long committed = 0;
        while (committed < records) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IOException("not done: " + Files.readString(work.resolve("contender.log")));
            }
            committed = CommittedOffsets.sum(admin);
            if (warm == 0 && committed >= records * FeatureLog.WARM) {
                warm = committed;
                warmCpu = cpuSeconds(process);
            }
        }
        return (cpuSeconds(process) - warmCpu) / (records - warm) * MILLION;
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private int report(Map<StreamsContender, List<Run>> done, PrintWriter out) {
        double loop = rate(done.get(StreamsContender.LOOP)).median();
        double loopCpu = cpu(done.get(StreamsContender.LOOP)).median();
        TextTable table = new TextTable("what", "thousand records/s", "ratio", "cpu s per million", "ratio", "runs");
        done.forEach((contender, results) -> table.add(
                contender.toString(),
                rate(results).toString(),
                String.format(Locale.ROOT, "%.2f", rate(results).median() / loop),
                cpu(results).toString(),
                String.format(Locale.ROOT, "%.2f", cpu(results).median() / loopCpu),
                Integer.toString(results.size())));
        boolean equal = done.values().stream()
                        .flatMap(List::stream)
                        .map(run -> run.written().checksum())
                        .distinct()
                        .count()
                == 1;
        out.printf("%n%s%s%n", table, equal ? "every document equal" : "void: the documents differ");
        out.flush();
        return equal ? 0 : 1;
    }

    private static Repeated rate(List<Run> results) {
        return new Repeated(results.stream()
                .map(run -> run.written().recordsPerSecond() / THOUSAND)
                .toList());
    }

    private static Repeated cpu(List<Run> results) {
        return new Repeated(results.stream().map(Run::cpuSecondsPerMillion).toList());
    }
}
