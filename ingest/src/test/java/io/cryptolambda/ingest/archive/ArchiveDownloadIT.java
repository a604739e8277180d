package io.cryptolambda.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.access.S3Access;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.ingest.archive.ArchiveDownload.Outcome;
import io.cryptolambda.local.exchange.ExchangeServer;
import io.cryptolambda.local.exchange.Opening;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from the simulator's archive: a month of milliseconds and days of microseconds. */
class ArchiveDownloadIT {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 3);
    private static final String DAY_FILE = "data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-2025-01-02.zip";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private String url;

    @BeforeEach
    void start() throws Exception {
        long now = Instant.parse(TODAY + "T00:00:00Z").toEpochMilli();
        RandomMarket market = new RandomMarket(1, now, Duration.ofDays(40), 1, List.of());
        ExchangeServer server = new ExchangeServer(
                new ExchangeServer.Settings(0, 6_000, Speed.parse("1"), null),
                new Opening(market, now),
                new ClockFile(folder.resolve("clock")),
                failure -> {
                    throw new AssertionError(failure);
                });
        vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        url = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void shouldTakeWholeMonthsAsMonthsAndTheRestByDay() throws Exception {
        ArchiveDownload download = take();

        assertThat(download.count(Outcome.FETCHED)).isEqualTo(3);
        assertThat(download.count(Outcome.MISSING)).as("today's comes tomorrow").isEqualTo(1);
        Path klines = folder.resolve("landing/data/spot");
        List<ArchiveRow> month = rows(klines.resolve("monthly/klines/BTCUSDT/1m/BTCUSDT-1m-2024-12.zip"));
        assertThat(month).hasSize(31 * 1_440);
        List<ArchiveRow> day = rows(klines.resolve("daily/klines/BTCUSDT/1m/BTCUSDT-1m-2025-01-02.zip"));
        assertThat(day.get(0).openTime())
                .isEqualTo(Instant.parse("2025-01-02T00:00:00Z").toEpochMilli());
    }

    @Test
    void shouldSkipWhatIsThereAndFetchAgainWhatWasIssuedAgainOrLost() throws Exception {
        take();
        assertThat(take().count(Outcome.SKIPPED)).isEqualTo(3);

        Files.delete(folder.resolve("landing").resolve(DAY_FILE));
        ArchiveDownload lost = take();
        assertThat(lost.count(Outcome.FETCHED)).isEqualTo(1);
        assertThat(lost.count(Outcome.SKIPPED)).isEqualTo(2);

        reissue();
        assertThat(take().count(Outcome.FETCHED)).isEqualTo(3);
    }

    private ArchiveDownload take() throws Exception {
        ArchiveSite site =
                new ArchiveSite(new OkHttpClient(), HttpUrl.get(url), duration -> {}, new SplittableRandom(1));
        ArchiveDownload download = new ArchiveDownload(site, LandingStore.open(folder.toString(), S3Access.at("")));
        download.take("BTCUSDT", LocalDate.of(2024, 12, 1), TODAY);
        assertThat(download.count(Outcome.FAILED)).isZero();
        return download;
    }

    private void reissue() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/simulator/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"fault\":\"reissue\",\"symbol\":\"BTCUSDT\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    private static List<ArchiveRow> rows(Path zip) throws Exception {
        return ArchiveFile.of(zip).orElseThrow().rows();
    }
}
