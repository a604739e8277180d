package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.log.BrokerOptions;
import io.cryptolambda.bench.log.FeatureRecords;
import io.cryptolambda.bench.log.KafkaBroker;
import io.cryptolambda.bench.report.AnsweringJvm;
import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The Flink job from a real broker into nothing, with its state on the heap and in RocksDB. */
@Command(
        name = "flink",
        mixinStandardHelpOptions = true,
        description =
                "Candles a second of the Flink job, documents built, checkpoints on, into a sink that drops them.")
public final class FlinkBench implements Callable<Integer> {
    private static final double THOUSAND = 1e3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(3, "1500m");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    @Option(names = "--candles", description = "Candles of each run (default ${DEFAULT-VALUE}).")
    long candles = 2_000_000;

    @Option(names = "--parallelism", description = "Subtasks of each operator (default ${DEFAULT-VALUE}).")
    int parallelism = 2;

    private record Run(
            double rate, double cpuSecondsPerMillion, String documents, String checksum, long built, String peak) {
        static Run of(String answer) {
            String[] words = answer.split(" ");
            return new Run(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    words[2],
                    words[3],
                    Long.parseLong(words[4]),
                    words[5]);
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path work = folder.create("flink");
        BuiltModules built = BuiltModules.ofThisProject();
        try (KafkaBroker broker = brokerOptions.broker(built.root(), work).start()) {
            fill(broker.address());
            Map<String, List<Run>> done = new LinkedHashMap<>();
            try (AnsweringJvm heapState = start(built, broker.address(), "hashmap", work);
                    AnsweringJvm rocksDb = start(built, broker.address(), "rocksdb", work)) {
                for (int run = 0; run <= runOptions.runs(); run++) {
                    measure("heap", heapState, run, done, out);
                    measure("RocksDB", rocksDb, run, done, out);
                }
            }
            return report(done, out);
        } finally {
            Trees.delete(work);
        }
    }

    private static void measure(String name, AnsweringJvm jvm, int number, Map<String, List<Run>> done, PrintWriter out)
            throws IOException {
        Run run = Run.of(jvm.ask("run"));
        out.printf(Locale.ROOT, "%s: %.0f candles a second%s%n", name, run.rate(), number == 0 ? " (warm-up)" : "");
        out.flush();
        if (number > 0) {
            done.computeIfAbsent(name, first -> new ArrayList<>()).add(run);
        }
    }

    private void fill(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.FEATURES, FeatureRecords.PARTITIONS, (short) 1),
                            new NewTopic(Topics.BARS, FeatureRecords.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 256 * 1024);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            FeatureRecords.make(
                    candles,
                    candle -> producer.send(new ProducerRecord<>(
                            Topics.FEATURES,
                            candle.partition(),
                            candle.candle().symbol().getBytes(StandardCharsets.UTF_8),
                            EnrichedCandleJson.write(candle))));
        }
    }

    private AnsweringJvm start(BuiltModules built, String kafka, String backend, Path work) throws IOException {
        return new AnsweringJvm(
                List.of(
                        "-Xmx" + runOptions.heap(),
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-Dlog4j2.configurationFile=" + built.root().resolve("local/flink/log4j2.xml"),
                        "-Dlog.file=" + work.resolve(backend + ".log"),
                        "-cp",
                        built.flink(),
                        FlinkRunMain.class.getName(),
                        kafka,
                        backend,
                        Long.toString(candles),
                        Integer.toString(parallelism),
                        work.resolve("checkpoints-" + backend).toString()),
                Map.of(),
                work.resolve(backend + ".err"));
    }

    private int report(Map<String, List<Run>> done, PrintWriter out) {
        TextTable table = new TextTable(
                "state", "thousand candles/s", "cpu s per million", "documents a candle", "peak MB", "runs");
        done.forEach((name, results) -> table.add(
                name,
                new Repeated(results.stream().map(run -> run.rate() / THOUSAND).toList()).toString(),
                new Repeated(results.stream().map(Run::cpuSecondsPerMillion).toList()).toString(),
                new Repeated(results.stream()
                                .map(run -> (double) run.built() / candles)
                                .toList())
                        .toString(),
                results.get(results.size() - 1).peak(),
                Integer.toString(results.size())));
        List<Run> all = done.values().stream().flatMap(List::stream).toList();
        boolean equal = all.stream()
                        .map(run -> run.documents() + run.checksum())
                        .distinct()
                        .count()
                == 1;
        out.printf(
                "%n%s%s%n",
                table,
                equal
                        ? "each run ended with the same " + all.get(0).documents() + " documents"
                        : "void: the documents differ");
        out.flush();
        return equal ? 0 : 1;
    }
}
