package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.market.KlineBar;
import java.util.List;

/** Klines as rows of twelve. */
final class KlineRows {
    private KlineRows() {}

    static String of(List<KlineBar> bars, KlineTimeUnit unit) {
        StringBuilder body = new StringBuilder(200 * bars.size() + 2).append('[');
        for (KlineBar bar : bars) {
            if (body.length() > 1) {
                body.append(',');
            }
            row(body, bar, unit);
        }
        return body.append(']').toString();
    }

    private static void row(StringBuilder body, KlineBar bar, KlineTimeUnit unit) {
        MarketValues market = bar.market();
        body.append('[').append(unit.first(bar.openTime()));
        body.append(",\"").append(market.open().toPlainString());
        body.append("\",\"").append(market.high().toPlainString());
        body.append("\",\"").append(market.low().toPlainString());
        body.append("\",\"").append(market.close().toPlainString());
        body.append("\",\"").append(market.volume().toPlainString());
        body.append("\",").append(unit.last(bar.closeTime()));
        body.append(",\"").append(market.quoteVolume().toPlainString());
        body.append("\",").append(market.trades());
        body.append(",\"").append(market.takerBuyVolume().toPlainString());
        body.append("\",\"").append(market.takerBuyQuoteVolume().toPlainString());
        body.append("\",\"0\"]");
    }
}
