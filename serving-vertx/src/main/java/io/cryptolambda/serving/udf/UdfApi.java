package io.cryptolambda.serving.udf;

import io.cryptolambda.core.Interval;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.kline.ExchangeClock;
import io.cryptolambda.serving.kline.KlineInterval;
import io.cryptolambda.serving.kline.KlineRange;
import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.latest.LatestReader;
import io.cryptolambda.serving.latest.LatestRow;
import io.cryptolambda.serving.view.LayerView;
import io.cryptolambda.serving.view.Range;
import io.cryptolambda.serving.view.ViewReader;
import io.cryptolambda.serving.view.ViewRequest;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;

/** Serves the protocol. */
public final class UdfApi {
    private static final int MOST_BARS = 5_000;
    private static final int MOST_FOUND = 50;

    private final Guard guard;
    private final LatestReader latest;
    private final ExchangeClock clock;
    private final KlineReader klines;
    private final ViewReader views;

    public UdfApi(Guard guard, LatestReader latest, ExchangeClock clock, KlineReader klines, ViewReader views) {
        this.guard = guard;
        this.latest = latest;
        this.clock = clock;
        this.klines = klines;
        this.views = views;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        serve(router, "config", parameters -> Future.succeededFuture(config().encode()));
        serve(router, "symbols", parameters -> symbol(parameters).map(JsonObject::encode));
        serve(router, "search", parameters -> search(parameters).map(JsonArray::encode));
        serve(router, "history", parameters -> history(parameters).map(JsonObject::encode));
        serve(router, "marks", parameters -> marks(parameters).map(JsonObject::encode));
        serve(router, "time", parameters -> clock.now().map(now -> Long.toString(now / 1000)));
    }

    private void serve(Router router, String path, Function<UdfParameters, Future<String>> answer) {
        router.route("/udf/" + path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(guard.queries(context -> 1))
                .handler(context -> answer.apply(new UdfParameters(context.queryParams()))
                        .onSuccess(body -> send(context, path, body))
                        .onFailure(context::fail))
                .failureHandler(UdfFailure::send);
    }

    private static void send(RoutingContext context, String path, String body) {
        String type = path.equals("time") ? "text/plain; charset=utf-8" : "application/json";
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }

    private static JsonObject config() {
        return new JsonObject()
                .put("supports_search", true)
                .put("supports_group_request", false)
                .put("supports_marks", true)
                .put("supports_timescale_marks", false)
                .put("supports_time", true)
                .put("exchanges", new JsonArray().add(named("Binance", "Binance")))
                .put("symbols_types", new JsonArray().add(named("Crypto", "crypto")))
                .put("supported_resolutions", new JsonArray(Resolution.all()));
    }

    private static JsonObject named(String name, String value) {
        return new JsonObject().put("name", name).put("value", value).put("desc", name);
    }

    private Future<JsonObject> symbol(UdfParameters parameters) {
        String symbol = parameters.symbol();
        return latest.read(Interval.ONE_MINUTE).map(found -> found.rows().stream()
                .filter(row -> row.symbol().equals(symbol))
                .findFirst()
                .map(SymbolInfo::of)
                .orElseThrow(() -> new UdfException("unknown_symbol")));
    }

    private Future<JsonArray> search(UdfParameters parameters) {
        int limit = parameters.count("limit", MOST_FOUND).orElse(MOST_FOUND);
        String query = parameters.query();
        return latest.read(Interval.ONE_MINUTE)
                .map(found -> new JsonArray(found.rows().stream()
                        .map(LatestRow::symbol)
                        .filter(symbol -> symbol.contains(query))
                        .limit(limit)
                        .map(SymbolInfo::found)
                        .toList()));
    }

    /** The bars of {@code [from, to)}; with {@code countback}, so many of the newest before {@code to}. */
    private Future<JsonObject> history(UdfParameters parameters) {
        String symbol = parameters.symbol();
        KlineInterval interval = parameters.resolution();
        long to = parameters.time("to").orElseThrow(() -> new UdfException("to is missing"));
        long from = parameters.time("from").orElse(0L);
        Integer count = parameters.count("countback", MOST_BARS).orElse(null);
        KlineRange range =
                count == null ? new KlineRange(from, to - 1, MOST_BARS) : new KlineRange(null, to - 1, count);
        if (to < 1 || (count == null && to <= from)) {
            return Future.succeededFuture(History.none(List.of()));
        }
        return klines.read(symbol, interval, range).compose(found -> {
            if (!found.isEmpty()) {
                return Future.succeededFuture(History.of(found));
            }
            return from < 1
                    ? Future.succeededFuture(History.none(List.of()))
                    : klines.read(symbol, interval, new KlineRange(null, from - 1, 1))
                            .map(History::none);
        });
    }

    private Future<JsonObject> marks(UdfParameters parameters) {
        long from = parameters.time("from").orElse(0L);
        long to = parameters.time("to").orElseThrow(() -> new UdfException("to is missing"));
        Range range = new Range(from, Math.max(from, to), MOST_BARS, false);
        return views.read(new ViewRequest(
                        LayerView.MERGED, parameters.symbol(), Interval.ONE_MINUTE, range, Marks.FIELDS))
                .map(view -> {
                    if (view.stale()) {
                        throw new ViewUnavailableException("marks cannot be marked stale");
                    }
                    return Marks.of(view.rows());
                });
    }
}
