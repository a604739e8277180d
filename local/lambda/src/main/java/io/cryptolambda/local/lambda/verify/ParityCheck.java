package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Topics;
import io.cryptolambda.local.lambda.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One check of a running system.
 *
 * @param kafka bootstrap address
 * @param elasticsearch base address
 * @param serving base address
 * @param master what the log does not tell
 * @param generation the raw topic's generation
 * @param timeout how long to wait for the speed layer to pass the cut, and how long for one answer of the API
 * @param threads series compared at the same time
 */
record ParityCheck(
        String kafka,
        String elasticsearch,
        String serving,
        MasterDataset master,
        int generation,
        Duration timeout,
        int threads) {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(1);

    /**
     * Cuts, waits, compares.
     *
     * @throws TimeoutException if a stage does not pass the cut in time
     * @throws IllegalArgumentException if a symbol is asked for that nothing is served of
     */
    ParityReport run(Selection selection, ProgressBar progress)
            throws IOException, TimeoutException, ExecutionException, InterruptedException {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        try (Admin admin = Admin.create(address);
                PartitionScan scan = new PartitionScan(kafka)) {
            Stages stages = new Stages(admin, scan);
            Cut cut = new Cut(generation, stages.ends(Topics.RAW));
            progress.line("cut: " + cut.size() + " raw records");
            new PassedCut(stages, timeout, progress::line).await(cut);
            refresh();
            ServedApi api = new ServedApi(serving, new PatientRequests(ASK_AGAIN, timeout, progress::line));
            SortedMap<String, Integer> symbols = selection.of(api.symbols());
            SortedMap<Integer, Long> k = api.k();
            RawLog log = new RawLog(scan, cut);
            master.open(log.beginnings(), selection.everySymbol() ? Set.of() : symbols.keySet());
            ParityReport report = new Verification(api, selection, progress, threads)
                    .run(cut, new History(log, master, cut.ends().size()), symbols, k);
            report.differences().forEach(difference -> report.explain(difference, held(api, difference)));
            return report;
        }
    }

    private static Map<String, LayerValue> held(ServedApi api, Difference difference) {
        return Stream.of("batch", "speed")
                .collect(Collectors.toMap(
                        layer -> layer, layer -> api.held(difference, layer), (one, other) -> one, TreeMap::new));
    }

    /** What is written becomes visible. */
    private void refresh() throws IOException {
        JsonHttp.send(HttpRequest.newBuilder(URI.create(elasticsearch + "/" + Indices.allSpeed() + "/_refresh"))
                .timeout(REFRESH_TIMEOUT)
                .POST(BodyPublishers.noBody())
                .build());
    }
}
