package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.local.exchange.market.KlineInterval;
import java.util.Locale;

/** A stream of klines, such as {@code btcusdt@kline_1m}. */
record StreamName(String symbol, KlineInterval interval) {
    private static final String KLINE = "@kline_";

    /** The name taken apart; null if it is not that of a kline stream. The symbol is left in lower case. */
    static StreamName parse(String name) {
        int at = name.indexOf(KLINE);
        return at <= 0
                ? null
                : KlineInterval.find(name.substring(at + KLINE.length()))
                        .map(interval -> new StreamName(name.substring(0, at), interval))
                        .orElse(null);
    }

    static StreamName of(String symbol, KlineInterval interval) {
        return new StreamName(symbol.toLowerCase(Locale.ROOT), interval);
    }

    @Override
    public String toString() {
        return symbol + KLINE + interval.text();
    }
}
