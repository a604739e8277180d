package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.local.exchange.clock.TimeUnit;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.MarketView;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The public archive: daily and monthly zips of klines, each with its checksum, of days and months that are over. Times
 * are in microseconds from 2025-01-01 on, before that in milliseconds; there is no header.
 */
public final class ArchiveEndpoint {
    private static final long MICROSECONDS_FROM = LocalDate.of(2025, 1, 1).toEpochDay() * Market.DAY;
    private static final String CHECKSUM = ".CHECKSUM";

    private final Vertx vertx;
    private final AlteredMarket market;
    private final VirtualClock clock;
    private final Map<String, Integer> issues = new HashMap<>();

    public ArchiveEndpoint(Vertx vertx, AlteredMarket market, VirtualClock clock) {
        this.vertx = vertx;
        this.market = market;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get("/data/spot/:span/klines/:symbol/:interval/:file").handler(this::file);
    }

    /** The files of {@code symbol} have other bytes from now on. */
    public void reissue(String symbol) {
        issues.merge(symbol, 1, Integer::sum);
    }

    private void file(RoutingContext context) {
        String name = context.pathParam("file");
        boolean checksum = name.endsWith(CHECKSUM);
        String zip = checksum ? name.substring(0, name.length() - CHECKSUM.length()) : name;
        Optional<ArchiveFile> asked = ArchiveFile.of(Path.of(zip))
                .filter(file -> file.symbol().equals(context.pathParam("symbol")))
                .filter(file -> file.interval().equals(context.pathParam("interval")))
                .filter(file -> file.month() == context.pathParam("span").equals("monthly"))
                .filter(file -> end(file) <= clock.now() && market.symbols().contains(file.symbol()));
        if (asked.isEmpty()) {
            context.response().setStatusCode(404).end();
            return;
        }
        ArchiveFile file = asked.get();
        int issue = issues.getOrDefault(file.symbol(), 0);
        vertx.executeBlocking(() -> packed(file, issue), false)
                .onSuccess(bytes -> {
                    if (bytes.length == 0) {
                        context.response().setStatusCode(404).end();
                    } else {
                        context.response().end(checksum ? Buffer.buffer(sum(bytes, zip)) : Buffer.buffer(bytes));
                    }
                })
                .onFailure(context::fail);
    }

    private static long end(ArchiveFile file) {
        LocalDate end =
                file.month() ? file.firstDay().plusMonths(1) : file.firstDay().plusDays(1);
        return end.toEpochDay() * Market.DAY;
    }

    // Empty if there is nothing to pack.
    private byte[] packed(ArchiveFile file, int issue) throws IOException {
        long from = file.firstDay().toEpochDay() * Market.DAY;
        String interval = file.interval().equals("1mo") ? KlineInterval.MONTH.text() : file.interval();
        List<KlineBar> bars = KlineInterval.find(interval)
                .map(known -> new MarketView(market, end(file))
                        .bars(file.symbol(), known, 0, from, end(file) - 1, Integer.MAX_VALUE))
                .orElse(List.of());
        if (bars.isEmpty()) {
            return new byte[0];
        }
        TimeUnit unit = from >= MICROSECONDS_FROM ? TimeUnit.MICROSECOND : TimeUnit.MILLISECOND;
        String csv = KlineRows.of(bars, unit)
                .replace("],[", "\n")
                .replace("[[", "")
                .replace("]]", "\n")
                .replace("\"", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(file.path().getFileName().toString().replace(".zip", ".csv"));
            entry.setTime(end(file) + issue * 2_000L);
            zip.putNextEntry(entry);
            zip.write(csv.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static String sum(byte[] bytes, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest) + "  " + name + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
