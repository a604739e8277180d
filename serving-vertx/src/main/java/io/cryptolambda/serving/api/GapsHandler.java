package io.cryptolambda.serving.api;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.quality.DataQuality;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Serves {@code /api/v1/gaps}: minutes that the exchange itself does not have, newest first. */
final class GapsHandler implements Handler<RoutingContext> {
    static final List<String> PARAMETERS = List.of("symbol", "from", "to", "limit");

    private final DataQuality quality;

    GapsHandler(DataQuality quality) {
        this.quality = quality;
    }

    @Override
    public void handle(RoutingContext context) {
        Parameters parameters = new Parameters(context.queryParams(), PARAMETERS);
        String symbol = parameters.text("symbol").isPresent() ? Query.symbol(parameters) : null;
        long from = parameters.time("from").orElse(0L);
        long to = parameters.time("to").orElse(Long.MAX_VALUE);
        if (from > to) {
            throw new InvalidParameterException("to", "to is before from", List.of("a time not before from"));
        }
        int limit = parameters.number("limit", 1, Query.MAX_LIMIT).orElse(Query.DEFAULT_LIMIT);
        if (!quality.gapsAreLive().getAsBoolean()) {
            throw new ViewUnavailableException("the gap ledger is not read in full");
        }
        List<Gap> found = quality.gaps().find(symbol, from, to);
        JsonArray rows = new JsonArray();
        found.stream().limit(limit).forEach(gap -> rows.add(row(gap)));
        JsonAnswer.send(
                context, new JsonObject().put("truncated", found.size() > limit).put("gaps", rows));
    }

    private static JsonObject row(Gap gap) {
        return new JsonObject()
                .put("exchange", gap.exchange())
                .put("symbol", gap.symbol())
                .put("pair", Symbols.pair(gap.symbol()))
                .put("from", gap.from())
                .put("to", gap.to())
                .put("minutes", gap.minutes())
                .put("cause", gap.cause().text())
                .put("found_at", gap.foundAt())
                .put("asked_at", gap.askedAt())
                .put("asked", gap.asked());
    }
}
