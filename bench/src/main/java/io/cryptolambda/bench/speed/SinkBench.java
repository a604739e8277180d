package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.report.AnsweringJvm;
import io.cryptolambda.bench.report.Repeated;
import io.cryptolambda.bench.report.RunOptions;
import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.bench.report.WorkFolder;
import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.Indices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The job's Elasticsearch sink beside bare bulk requests of the same documents. */
@Command(
        name = "flink-sink",
        mixinStandardHelpOptions = true,
        description = "Documents a second of the job's sink into a real node, beside bare _bulk requests.")
public final class SinkBench implements Callable<Integer> {
    private static final double THOUSAND = 1e3;
    private static final String BARE = "bare _bulk";

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runOptions = RunOptions.byDefault(5, "1g");

    @Mixin
    private WorkFolder folder = new WorkFolder();

    @Option(names = "--documents", description = "Documents of each run (default ${DEFAULT-VALUE}).")
    int documents = 200_000;

    @Option(names = "--connections", description = "Of each side to the node (default ${DEFAULT-VALUE}).")
    int connections = 1;

    @Option(
            names = "--elasticsearch-port",
            description = "Port of the node that is started; it takes the next one too.")
    int elasticsearchPort = 19_200;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path work = folder.create("flink-sink");
        BuiltModules built = BuiltModules.ofThisProject();
        try (ElasticsearchNode node = new ElasticsearchNode(built, work, elasticsearchPort);
                AnsweringJvm bulk = start(built, BulkRunMain.class, node, work);
                AnsweringJvm sink = start(built, SinkRunMain.class, node, work)) {
            for (Map.Entry<String, String> template : IndexTemplates.all().entrySet()) {
                node.send("PUT", "/_index_template/" + template.getKey(), template.getValue());
            }
            Map<String, AnsweringJvm> sides = new LinkedHashMap<>();
            sides.put(BARE, bulk);
            sides.put("the job's sink", sink);
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            Map<String, List<Double>> cpu = new LinkedHashMap<>();
            String stored = "";
            boolean equal = true;
            for (int run = 0; run <= runOptions.runs(); run++) {
                for (Map.Entry<String, AnsweringJvm> side : sides.entrySet()) {
                    String[] answer = side.getValue().ask("run").split(" ");
                    double rate = documents / Double.parseDouble(answer[0]) / THOUSAND;
                    out.printf(Locale.ROOT, "%s: %.1f thousand a second%n", side.getKey(), rate);
                    out.flush();
                    String found = stored(node);
                    equal &= stored.isEmpty() || stored.equals(found);
                    stored = found;
                    node.send("DELETE", "/" + Indices.allSpeed(), null);
                    if (run > 0) {
                        rates.computeIfAbsent(side.getKey(), first -> new ArrayList<>())
                                .add(rate);
                        cpu.computeIfAbsent(side.getKey(), first -> new ArrayList<>())
                                .add(Double.parseDouble(answer[1]) / documents * THOUSAND * THOUSAND);
                    }
                }
            }
            return report(rates, cpu, stored, equal, out);
        } finally {
            Trees.delete(work);
        }
    }

    /** How many documents there are, and the sum of their versions. */
    private static String stored(ElasticsearchNode node) throws IOException, InterruptedException {
        node.send("POST", "/" + Indices.allSpeed() + "/_refresh", null);
        String answer = node.send(
                "POST",
                "/" + Indices.allSpeed() + "/_search?size=0&track_total_hits=true"
                        + "&filter_path=hits.total.value,aggregations",
                "{\"aggs\":{\"versions\":{\"sum\":{\"field\":\"as_of\"}}}}");
        return answer;
    }

    private AnsweringJvm start(BuiltModules built, Class<?> main, ElasticsearchNode node, Path work)
            throws IOException {
        return new AnsweringJvm(
                List.of(
                        "-Xmx" + runOptions.heap(),
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-Dlog4j2.configurationFile=" + built.root().resolve("local/flink/log4j2.xml"),
                        "-Dlog.file=" + work.resolve(main.getSimpleName() + ".log"),
                        "-cp",
                        built.flink(),
                        main.getName(),
                        node.address().toString(),
                        Integer.toString(documents),
                        Integer.toString(connections)),
                Map.of(),
                work.resolve(main.getSimpleName() + ".err"));
    }

    private int report(
            Map<String, List<Double>> rates,
            Map<String, List<Double>> cpu,
            String stored,
            boolean equal,
            PrintWriter out) {
        double bare = new Repeated(rates.get(BARE)).median();
        TextTable table = new TextTable("what", "thousand documents/s", "ratio", "cpu s per million", "runs");
        rates.forEach((side, all) -> table.add(
                side,
                new Repeated(all).toString(),
                String.format(Locale.ROOT, "%.2f", new Repeated(all).median() / bare),
                new Repeated(cpu.get(side)).toString(),
                Integer.toString(all.size())));
        boolean whole = equal && stored.contains("\"value\":" + documents + "}");
        out.printf("%n%s%s%n", table, (whole ? "both stored the same: " : "void: ") + stored);
        out.flush();
        return whole ? 0 : 1;
    }
}
