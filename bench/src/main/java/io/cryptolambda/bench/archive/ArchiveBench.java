package io.cryptolambda.bench.archive;

import io.cryptolambda.bench.log.BrokerOptions;
import io.cryptolambda.bench.log.KafkaBroker;
import io.cryptolambda.bench.log.RawRecords;
import io.cryptolambda.bench.report.AnsweringJvm;
import io.cryptolambda.bench.report.JvmFlags;
import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records a second from a real broker's topic into a Delta table. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Records a second from a topic of a real broker into the master dataset.")
public final class ArchiveBench implements Callable<Integer> {
    private static final double MILLION = 1e6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(5, "2g");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    @Option(names = "--records", description = "Records of each run (default ${DEFAULT-VALUE}).")
    long records = 2_000_000;

    @Option(names = "--threads", description = "Threads of Spark (default ${DEFAULT-VALUE}).")
    int threads = 2;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path work = folder.create("archive");
        Path project =
                Path.of(System.getProperty("lambda.root", "")).toAbsolutePath().normalize();
        try (KafkaBroker broker = brokerOptions.broker(project, work).start()) {
            RawRecords topic = new RawRecords(broker.address());
            topic.createTopic();
            return measure(broker.address(), topic, work, out);
        }
    }

    private int measure(String kafka, RawRecords topic, Path work, PrintWriter out) throws IOException {
        List<Double> rates = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        String peak = "";
        String[] stored;
        try (AnsweringJvm spark = start(kafka, work)) {
            for (int run = 0; run <= runOptions.runs(); run++) {
                topic.produce(records);
                String[] answer = spark.ask("run-" + run).split(" ");
                double seconds = Double.parseDouble(answer[1]);
                out.printf(Locale.ROOT, "%s records in %.2f s%s%n", answer[0], seconds, run == 0 ? " (warm-up)" : "");
                out.flush();
                if (run > 0) {
                    rates.add(records / seconds / 1000);
                    cpu.add(Double.parseDouble(answer[2]) / (records / MILLION));
                    peak = answer[3];
                }
            }
            stored = spark.last().split(" ");
        }
        TextTable table = new TextTable("what", "thousand records/s", "cpu s per million", "peak MB");
        table.add("archive", new Repeated(rates).toString(), new Repeated(cpu).toString(), peak);
        out.printf("%n%s", table);
        long produced = records * (runOptions.runs() + 1);
        boolean whole = stored[0].equals(Long.toString(produced)) && stored[1].equals(stored[0]);
        out.printf(
                "%s: %,d produced, %s stored, %s offsets%n",
                whole ? "each record is there once" : "void", produced, stored[0], stored[1]);
        out.flush();
        return whole ? 0 : 1;
    }

    private AnsweringJvm start(String kafka, Path work) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("-Xmx" + runOptions.heap());
        command.addAll(JvmFlags.ofSpark());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ArchiveRunMain.class.getName()));
        command.addAll(List.of(kafka, "file:" + work.resolve("master"), Integer.toString(threads)));
        return new AnsweringJvm(command, Map.of("SPARK_LOCAL_DIRS", work.toString()), work.resolve("spark.log"));
    }
}
