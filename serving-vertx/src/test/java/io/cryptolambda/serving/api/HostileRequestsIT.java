package io.cryptolambda.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.testing.HostileRequests;
import io.cryptolambda.serving.testing.LayerDocuments;
import io.cryptolambda.serving.testing.LayerWriter;
import io.cryptolambda.serving.testing.RawHttp;
import io.cryptolambda.serving.testing.TestElasticsearch;
import io.cryptolambda.serving.testing.TestServing;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded hostile requests over raw sockets, 2,000 under CI and 10,000 elsewhere: never a 5xx, never a stack trace, and the
 * process no larger than before.
 */
class HostileRequestsIT {
    private static final int REQUESTS = "true".equals(System.getenv("CI")) ? 2_000 : 10_000;
    private static final long SEED = 20_240_101;

    @TempDir
    private static Path directory;

    private static TestElasticsearch elasticsearch;
    private static TestServing serving;

    @BeforeAll
    static void start() throws Exception {
        elasticsearch = TestElasticsearch.start(directory);
        serving = TestServing.over(
                elasticsearch.address(), new Limits(0, 100, 1_000, 10, List.of(), List.of("https://charts.example")));
        LayerDocuments documents = new LayerDocuments(Candles.randomWalk(new Random(1), "BTCUSDT", 100), 0);
        new LayerWriter(elasticsearch.address())
                .speedCandles(documents.candles())
                .speedBars(documents.bars(Interval.ONE_HOUR))
                .flush();
    }

    @AfterAll
    static void stop() throws Exception {
        if (serving != null) {
            serving.close();
        }
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    @Test
    void shouldAnswerEachInOrderlyFashionAndStayAsItWas() throws Exception {
        HostileRequests requests = new HostileRequests(SEED);
        send(requests, REQUESTS / 10);
        long threads = Thread.activeCount();
        long heap = heap();

        send(requests, REQUESTS - REQUESTS / 10);

        assertThat(Thread.activeCount()).isLessThanOrEqualTo((int) threads + 4);
        assertThat(heap()).as("heap before: %d", heap).isLessThan(heap + 32 * 1024 * 1024);
        assertThat(serving.get("/api/v1/candles?symbol=BTCUSDT&interval=1m&limit=1")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void send(HostileRequests requests, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            byte[] request = requests.next();
            String answer = RawHttp.send(serving.address(), request);
            String about = "seed " + SEED + ": " + requests.describe() + " was answered with " + answer;
            assertThat(RawHttp.status(answer)).as(about).isBetween(200, 499);
            assertThat(answer).as(about).doesNotContain("java.", "\tat ", "Exception", "<script>");
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
