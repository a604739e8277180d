package io.cryptolambda.serving.binance;

import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.kline.Kline;
import java.util.List;

/** Klines as rows of twelve. */
final class KlineRows {
    private KlineRows() {}

    static String of(List<Kline> klines, KlineTimeUnit unit) {
        StringBuilder body = new StringBuilder(200 * klines.size() + 2).append('[');
        for (Kline kline : klines) {
            if (body.length() > 1) {
                body.append(',');
            }
            row(body, kline, unit);
        }
        return body.append(']').toString();
    }

    private static void row(StringBuilder body, Kline kline, KlineTimeUnit unit) {
        MarketValues market = kline.market();
        body.append('[').append(unit.first(kline.openTime()));
        body.append(",\"").append(market.open().toPlainString());
        body.append("\",\"").append(market.high().toPlainString());
        body.append("\",\"").append(market.low().toPlainString());
        body.append("\",\"").append(market.close().toPlainString());
        body.append("\",\"").append(market.volume().toPlainString());
        body.append("\",").append(unit.last(kline.closeTime()));
        body.append(",\"").append(market.quoteVolume().toPlainString());
        body.append("\",").append(market.trades());
        body.append(",\"").append(market.takerBuyVolume().toPlainString());
        body.append("\",\"").append(market.takerBuyQuoteVolume().toPlainString());
        body.append("\",\"0\"]");
    }
}
