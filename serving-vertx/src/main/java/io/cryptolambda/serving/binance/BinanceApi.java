package io.cryptolambda.serving.binance;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.kline.ExchangeClock;
import io.cryptolambda.serving.kline.KlineReader;
import io.cryptolambda.serving.latest.LatestReader;
import io.cryptolambda.serving.latest.LatestRow;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.ToIntFunction;

/** Serves the exchange's public requests. */
public final class BinanceApi {
    private static final int INFO_WEIGHT = 20;
    private static final int ZONE_WEIGHT = 20;

    private final Limits limits;
    private final Guard guard;
    private final LatestReader latest;
    private final ExchangeClock clock;
    private final KlineReader klines;
    private final TickerReader tickers;

    public BinanceApi(Limits limits, Guard guard, LatestReader latest, ExchangeClock clock, KlineReader klines) {
        this.limits = limits;
        this.guard = guard;
        this.latest = latest;
        this.clock = clock;
        this.klines = klines;
        this.tickers = new TickerReader(klines);
    }

    /** Adds the routes. */
    public void mount(Router router) {
        serve(router, "ping", context -> 1, context -> Future.succeededFuture("{}"));
        serve(router, "time", context -> 1, this::time);
        serve(router, "exchangeInfo", context -> INFO_WEIGHT, this::exchangeInfo);
        serve(router, "klines", BinanceApi::klinesWeight, this::klines);
        serve(router, "uiKlines", BinanceApi::klinesWeight, this::klines);
        serve(router, "ticker/24hr", BinanceApi::tickerWeight, this::tickers);
    }

    private interface Answer {
        Future<String> to(RoutingContext context);
    }

    private void serve(Router router, String path, ToIntFunction<RoutingContext> weight, Answer answer) {
        router.route("/api/v3/" + path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(guard.queries(weight))
                .handler(context -> answer.to(context)
                        .onSuccess(body -> BinanceAnswer.send(context, 200, body))
                        .onFailure(context::fail))
                .failureHandler(BinanceAnswer::refuse);
    }

    private Future<String> time(RoutingContext context) {
        KlineTimeUnit unit = KlineTimeUnit.of(context.request().getHeader(KlineTimeUnit.HEADER));
        return clock.now()
                .map(now -> new JsonObject().put("serverTime", unit.first(now)).encode());
    }

    private Future<String> exchangeInfo(RoutingContext context) {
        List<String> wanted = new BinanceParameters(context.queryParams()).symbols();
        KlineTimeUnit unit = KlineTimeUnit.of(context.request().getHeader(KlineTimeUnit.HEADER));
        return symbols(wanted).compose(symbols -> clock.now()
                .map(now -> ExchangeInfo.of(symbols, unit.first(now), limits.requestsPerMinute())
                        .encode()));
    }

    private Future<String> klines(RoutingContext context) {
        BinanceParameters parameters = new BinanceParameters(context.queryParams());
        KlineTimeUnit unit = KlineTimeUnit.of(context.request().getHeader(KlineTimeUnit.HEADER));
        return klines.read(parameters.mandatorySymbol(), parameters.grid(), parameters.range())
                .map(found -> KlineRows.of(found, unit));
    }

    private Future<String> tickers(RoutingContext context) {
        BinanceParameters parameters = new BinanceParameters(context.queryParams());
        List<String> wanted = parameters.symbols();
        boolean mini = parameters.mini();
        boolean one = context.queryParams().contains("symbol");
        KlineTimeUnit unit = KlineTimeUnit.of(context.request().getHeader(KlineTimeUnit.HEADER));
        return symbols(wanted)
                .compose(symbols -> tickers.read(symbols, mini, unit))
                .map(found -> one ? found.get(0).encode() : new JsonArray(found).encode());
    }

    /** The symbols wanted, each of them known; all of them where none are named. */
    private Future<List<String>> symbols(List<String> wanted) {
        return latest.read(Interval.ONE_MINUTE).map(found -> {
            List<String> known = found.rows().stream().map(LatestRow::symbol).toList();
            if (!known.containsAll(wanted)) {
                throw BinanceError.symbol();
            }
            return wanted.isEmpty() ? known : wanted;
        });
    }

    /** The exchange's; more where klines of another time zone are put together from many shorter ones. */
    private static int klinesWeight(RoutingContext context) {
        return context.queryParams().contains("timeZone") ? ZONE_WEIGHT : 2;
    }

    private static int tickerWeight(RoutingContext context) {
        if (context.queryParams().contains("symbol")) {
            return 2;
        }
        String several = context.queryParams().get("symbols");
        long count = several == null
                ? Long.MAX_VALUE
                : several.chars().filter(each -> each == ',').count() + 1;
        if (count <= 20) {
            return 2;
        }
        return count <= 100 ? 40 : 80;
    }
}
