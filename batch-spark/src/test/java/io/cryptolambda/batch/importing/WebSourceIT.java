package io.cryptolambda.batch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public archive's layout over real HTTP. */
class WebSourceIT {
    private static final byte[] ZIP = {1, 2, 3};

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldAskForWholeMonthsAndTheDaysAroundThem() {
        assertThat(source("2024-01-30", "2024-03-02", "BTCUSDT").files())
                .extracting(ArchiveFile::name)
                .containsExactly(
                        "BTCUSDT-1m-2024-01-30.zip",
                        "BTCUSDT-1m-2024-01-31.zip",
                        "BTCUSDT-1m-2024-02.zip",
                        "BTCUSDT-1m-2024-03-01.zip",
                        "BTCUSDT-1m-2024-03-02.zip");
    }

    @Test
    void shouldGetAFileWithItsChecksum() throws Exception {
        put("daily/klines/BTCUSDT/1m/BTCUSDT-1m-2024-01-01.zip", ZIP);
        put("daily/klines/BTCUSDT/1m/BTCUSDT-1m-2024-01-01.zip.CHECKSUM", "digest".getBytes(StandardCharsets.UTF_8));
        WebSource source = source("2024-01-01", "2024-01-01", "BTCUSDT");

        assertThat(source.fetch(source.files().get(0)))
                .singleElement()
                .isInstanceOfSatisfying(Fetched.Found.class, found -> {
                    assertThat(found.zip()).isEqualTo(ZIP);
                    assertThat(found.checksum()).isEqualTo("digest");
                });
    }

    @Test
    void shouldTakeTheDaysOfAMonthThatIsNotPublishedYetAndSayWhichAreMissing() throws Exception {
        put("daily/klines/BTCUSDT/1m/BTCUSDT-1m-2024-02-01.zip", ZIP);
        WebSource source = source("2024-02-01", "2024-02-29", "BTCUSDT");

        List<Fetched> days = source.fetch(source.files().get(0));

        assertThat(days).hasSize(29);
        assertThat(days.get(0)).isInstanceOf(Fetched.Found.class);
        assertThat(days.subList(1, 29)).allMatch(day -> day instanceof Fetched.Missing);
    }

    @Test
    void shouldTryAgainWhereTheServerFails() throws Exception {
        String path = "daily/klines/BTCUSDT/1m/BTCUSDT-1m-2024-01-01.zip";
        put(path, ZIP);
        failures.put("/data/spot/" + path, 1);
        WebSource source = source("2024-01-01", "2024-01-01", "BTCUSDT");

        assertThat(source.fetch(source.files().get(0))).singleElement().isInstanceOf(Fetched.Found.class);
    }

    @Test
    void shouldFindFilesOfSymbolsThatAreNotAscii() throws Exception {
        String symbol = "\u5e01\u5b89USDT";
        put("daily/klines/" + symbol + "/1m/" + symbol + "-1m-2024-01-01.zip", ZIP);
        WebSource source = source("2024-01-01", "2024-01-01", symbol);

        assertThat(source.fetch(source.files().get(0))).singleElement().isInstanceOf(Fetched.Found.class);
    }

    private WebSource source(String from, String to, String... symbols) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new WebSource(base, new FileSelection(List.of(symbols), LocalDate.parse(from), LocalDate.parse(to)));
    }

    private void put(String path, byte[] bytes) {
        files.put("/data/spot/" + path, bytes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = files.get(path);
            if (failures.getOrDefault(path, 0) > 0) {
                failures.merge(path, -1, Integer::sum);
                exchange.sendResponseHeaders(503, -1);
            } else if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
