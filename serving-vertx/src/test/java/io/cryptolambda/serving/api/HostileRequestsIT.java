package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import io.cryptolambda.serving.testing.HostileRequests;
import io.cryptolambda.serving.testing.RawHttp;
import io.cryptolambda.serving.testing.ServingProcess;
import io.cryptolambda.serving.testing.SlowClients;
import io.cryptolambda.serving.testing.TestElasticsearch;
import io.cryptolambda.serving.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded hostile requests over raw sockets against the program and real servers, 1,500 or in the long form 10,000: never a
 * 5xx, never a stack trace, and the process as it was before.
 */
class HostileRequestsIT {
    private static final int REQUESTS = Boolean.getBoolean("long.tests") ? 10_000 : 1_500;
    private static final long SEED = Long.getLong("hostile.seed", 20_240_101);
    private static final int WARM_UP = 500;
    private static final int SLOW = 8;

    @TempDir
    private static Path directory;

    private static TestElasticsearch elasticsearch;
    private static TestKafka kafka;
    private static ServingProcess serving;

    @BeforeAll
    static void start() throws Exception {
        elasticsearch = TestElasticsearch.start(directory);
        kafka = TestKafka.start(directory);
        List<Candle> walk = Candles.randomWalk(new Random(1), "BTCUSDT", 100);
        int partition = 0;
        for (Candle candle : walk) {
            partition =
                    kafka.write(Topics.RAW, "BTCUSDT", CandleJson.write(candle)).partition();
        }
        LayerDocuments documents = new LayerDocuments(walk, partition);
        documents.candles().forEach(each -> kafka.add(Topics.FEATURES, "BTCUSDT", EnrichedCandleJson.write(each)));
        kafka.flush();
        new LayerWriter(elasticsearch.address())
                .speedCandles(documents.candles())
                .speedBars(documents.bars(Interval.ONE_HOUR))
                .flush();
        serving = ServingProcess.start(
                directory,
                elasticsearch.address(),
                kafka.address(),
                "128m",
                "--rate-limit=0",
                "--cors-origins=https://charts.example");
        for (String topic : List.of("tail", "gaps", "dead_letters")) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> serving.log()
                    .contains("event=" + topic + "_live"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {serving, kafka, elasticsearch}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    void shouldAnswerEachInOrderlyFashionAndStayAsItWas() throws Exception {
        HostileRequests requests = new HostileRequests(SEED);
        send(requests, WARM_UP, List.of());
        int threads = serving.threads();
        int files = serving.files();
        long heap = serving.heap();

        try (SlowClients slow = new SlowClients(serving.address(), SLOW)) {
            send(requests, REQUESTS - WARM_UP, List.of(slow));
            assertThat(slow.answers()).isNotEmpty().allSatisfy(answer -> assertOrderly(answer, "slow clients"));
        }

        assertThat(serving.get("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=1")
                        .statusCode())
                .isEqualTo(200);
        Awaitility.await("connections are let go")
                .atMost(Duration.ofSeconds(90))
                .until(() -> serving.files() <= files + 20);
        long after = serving.heap();
        System.out.printf(
                "hostile: %d requests, threads %d -> %d, files %d -> %d, heap %d -> %d kB%n",
                REQUESTS, threads, serving.threads(), files, serving.files(), heap / 1024, after / 1024);
        assertThat(serving.threads()).isLessThanOrEqualTo(threads + 4);
        assertThat(after).as("heap before: %d", heap).isPositive().isLessThan(heap + 8 * 1024 * 1024);
        assertThat(serving.log()).doesNotContain("event=request_failed", "\tat ");
    }

    private static void send(HostileRequests requests, int count, List<SlowClients> slow) throws Exception {
        for (int i = 0; i < count; i++) {
            byte[] request = requests.next();
            String answer = RawHttp.send(serving.address(), request);
            assertOrderly(answer, requests.describe());
            if (i % 50 == 0) {
                slow.forEach(SlowClients::dribble);
            }
        }
    }

    private static void assertOrderly(String answer, String request) {
        String about = "seed " + SEED + ": " + request + " was answered with " + answer;
        assertThat(RawHttp.status(answer)).as(about).isBetween(101, 499);
        assertThat(answer).as(about).doesNotContain("java.", "\tat ", "Exception", "<script>");
    }
}
