package io.cryptolambda.serving.api;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.serving.history.Revision;
import io.cryptolambda.serving.history.RevisionReader;
import io.cryptolambda.serving.history.Revisions;
import io.cryptolambda.serving.view.ViewReader;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Serves {@code /api/v1/candles/history}: every record of one candle that the log still has. */
final class HistoryHandler implements Handler<RoutingContext> {
    static final List<String> PARAMETERS = List.of("symbol", "interval", "open_time");

    private final RevisionReader revisions;
    private final ViewReader views;

    HistoryHandler(RevisionReader revisions, ViewReader views) {
        this.revisions = revisions;
        this.views = views;
    }

    @Override
    public void handle(RoutingContext context) {
        Parameters parameters = new Parameters(context.queryParams(), PARAMETERS);
        String symbol = Query.symbol(parameters);
        String minute = Interval.ONE_MINUTE.text();
        if (!parameters.text("interval").orElse(minute).equals(minute)) {
            throw new InvalidParameterException("interval", "only minutes are in the log", List.of(minute));
        }
        long openTime = parameters
                .time("open_time")
                .filter(time -> Interval.ONE_MINUTE.openTime(time) == time)
                .orElseThrow(() -> new InvalidParameterException(
                        "open_time", "open_time is missing or not on a minute", List.of("a time on a whole minute")));
        views.partition(symbol)
                .compose(partition -> revisions.read(symbol, partition, openTime))
                .onSuccess(found -> JsonAnswer.send(context, answer(symbol, openTime, found)))
                .onFailure(context::fail);
    }

    private static JsonObject answer(String symbol, long openTime, Revisions found) {
        JsonArray rows = new JsonArray();
        found.revisions().forEach(revision -> rows.add(row(revision)));
        return new JsonObject()
                .put("symbol", symbol)
                .put("interval", Interval.ONE_MINUTE.text())
                .put("open_time", openTime)
                .put("partition", found.partition())
                .put("from_offset", found.fromOffset())
                .put("to_offset", found.toOffset())
                .put("revisions", rows);
    }

    private static JsonObject row(Revision revision) {
        MarketValues market = revision.candle().market();
        return new JsonObject()
                .put("as_of", revision.asOf())
                .put("as_of_time", revision.asOfTime())
                .put("duplicate", revision.duplicate())
                .put("source", revision.candle().source().text())
                .put("ingested_at", revision.candle().ingestedAt())
                .put("close_time", revision.candle().closeTime())
                .put("open", market.open().toPlainString())
                .put("high", market.high().toPlainString())
                .put("low", market.low().toPlainString())
                .put("close", market.close().toPlainString())
                .put("volume", market.volume().toPlainString())
                .put("quote_volume", market.quoteVolume().toPlainString())
                .put("trades", market.trades())
                .put("taker_buy_volume", market.takerBuyVolume().toPlainString())
                .put("taker_buy_quote_volume", market.takerBuyQuoteVolume().toPlainString());
    }
}
