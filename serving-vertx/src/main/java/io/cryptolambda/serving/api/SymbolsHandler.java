package io.cryptolambda.serving.api;

import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.view.SymbolReader;
import io.cryptolambda.serving.view.SymbolSummary;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Serves {@code /api/v1/symbols}: every symbol with its newest candle. */
final class SymbolsHandler implements Handler<RoutingContext> {
    private final SymbolReader symbols;

    SymbolsHandler(SymbolReader symbols) {
        this.symbols = symbols;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        symbols.both()
                .map(SymbolsHandler::answer)
                .onSuccess(answer -> JsonAnswer.send(context, answer))
                .onFailure(context::fail);
    }

    private static JsonObject answer(SymbolReader.Symbols found) {
        JsonArray rows = new JsonArray();
        found.symbols().forEach(symbol -> rows.add(row(symbol)));
        return new JsonObject().put("symbols", rows).put("truncated", found.truncated());
    }

    private static JsonObject row(SymbolSummary symbol) {
        return new JsonObject()
                .put("symbol", symbol.symbol())
                .put("pair", Symbols.pair(symbol.symbol()))
                .put("partition", symbol.partition())
                .put("newest_open_time", symbol.newestOpenTime())
                .put("close", symbol.close())
                .put("newest_as_of_time", symbol.newestAsOfTime());
    }
}
