package io.cryptolambda.serving.binance.push;

import io.cryptolambda.core.Symbols;
import io.cryptolambda.serving.kline.KlineGrid;
import io.cryptolambda.serving.kline.KlineInterval;
import io.cryptolambda.serving.tail.SeriesKey;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A stream of a symbol's klines, such as {@code btcusdt@kline_1h} or {@code btcusdt@kline_1d@+08:00}. */
record KlineStream(String symbol, KlineGrid grid) {
    private static final String KLINE = "@kline_";
    /** The exchange streams klines of this time zone and of UTC. */
    private static final String ZONE = "@+08:00";

    private static final long ZONE_SHIFT = TimeUnit.HOURS.toMillis(8);

    /** The stream of a name; empty if it is none of klines. */
    static Optional<KlineStream> parse(String name) {
        int at = name.indexOf(KLINE);
        if (at <= 0) {
            return Optional.empty();
        }
        String symbol = name.substring(0, at).toUpperCase(Locale.ROOT);
        String rest = name.substring(at + KLINE.length());
        boolean zoned = rest.endsWith(ZONE);
        String interval = zoned ? rest.substring(0, rest.length() - ZONE.length()) : rest;
        return KlineInterval.parse(interval)
                .filter(known -> Symbols.isValid(symbol))
                .map(known -> new KlineStream(symbol, new KlineGrid(known, zoned ? ZONE_SHIFT : 0)));
    }

    /** The kept series whose documents change its klines. */
    SeriesKey source() {
        return new SeriesKey(symbol, grid.source());
    }

    /** Whether a document of {@link #source} is a kline of it. */
    boolean isKept() {
        return grid.interval().text().equals(grid.source().text());
    }
}
