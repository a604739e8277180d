package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public archive: daily and monthly zips of klines, each with its checksum, of days and months that are over. */
public final class ArchiveEndpoint {
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
        boolean checksum = name.endsWith(ArchiveChecksum.SUFFIX);
        String zip = checksum ? name.substring(0, name.length() - ArchiveChecksum.SUFFIX.length()) : name;
        Optional<ArchiveFile> asked = ArchiveFile.of(Path.of(zip))
                .filter(file -> file.symbol().equals(context.pathParam("symbol")))
                .filter(file -> file.interval().equals(context.pathParam("interval")))
                .filter(file -> file.month() == context.pathParam("span").equals("monthly"))
                .filter(file -> file.end() <= clock.now() && market.symbols().contains(file.symbol()));
        if (asked.isEmpty()) {
            context.response().setStatusCode(404).end();
            return;
        }
        int issue = issues.getOrDefault(asked.get().symbol(), 0);
        vertx.executeBlocking(() -> ArchiveZip.of(market, asked.get(), issue), false)
                .onSuccess(bytes -> {
                    if (bytes.isEmpty()) {
                        context.response().setStatusCode(404).end();
                    } else {
                        context.response()
                                .end(
                                        checksum
                                                ? Buffer.buffer(ArchiveChecksum.of(bytes.get(), zip)
                                                        .text())
                                                : Buffer.buffer(bytes.get()));
                    }
                })
                .onFailure(context::fail);
    }
}
