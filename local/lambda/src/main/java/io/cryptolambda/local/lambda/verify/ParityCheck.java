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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One check of a running system.
 *
 * @param kafka bootstrap address
 * @param elasticsearch base address
 * @param serving base address
 * @param generation the raw topic's generation
 * @param timeout how long to wait for the speed layer to pass the cut
 */
record ParityCheck(String kafka, String elasticsearch, String serving, int generation, Duration timeout) {
    private static final Duration REFRESH_TIMEOUT = Duration.ofMinutes(1);

    /**
     * Cuts, waits, compares.
     *
     * @param progress told what goes on, a line each
     * @throws TimeoutException if a stage does not pass the cut in time
     * @throws LogIncomplete if the raw topic does not begin at offset 0
     */
    ParityReport run(Consumer<String> progress)
            throws IOException, TimeoutException, ExecutionException, InterruptedException {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        try (Admin admin = Admin.create(address);
                PartitionScan scan = new PartitionScan(kafka)) {
            Stages stages = new Stages(admin, scan);
            Cut cut = new Cut(generation, stages.ends(Topics.RAW));
            progress.accept("cut: " + cut.size() + " raw records");
            new PassedCut(stages, timeout, progress).await(cut);
            refresh();
            return new Verification(new RawLog(scan, cut), new ServedApi(serving), progress).run(cut);
        }
    }

    /** What is written becomes visible. */
    private void refresh() throws IOException {
        JsonHttp.send(HttpRequest.newBuilder(URI.create(elasticsearch + "/" + Indices.allSpeed() + "/_refresh"))
                .timeout(REFRESH_TIMEOUT)
                .POST(BodyPublishers.noBody())
                .build());
    }
}
