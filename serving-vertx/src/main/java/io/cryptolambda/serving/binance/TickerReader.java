package io.cryptolambda.serving.binance;

import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.kline.Kline;
import io.cryptolambda.serving.kline.KlineInterval;
import io.cryptolambda.serving.kline.KlineRange;
import io.cryptolambda.serving.kline.KlineReader;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the minutes of tickers, one symbol after the other: asking for all of them is to hold up nobody else. */
final class TickerReader {
    private static final int MINUTES = 1_440;

    private final KlineReader klines;

    TickerReader(KlineReader klines) {
        this.klines = klines;
    }

    /** The tickers in the order of the symbols; a symbol without a candle has none. */
    Future<List<JsonObject>> read(List<String> symbols, boolean mini, KlineTimeUnit unit) {
        Future<List<JsonObject>> tickers = Future.succeededFuture(new ArrayList<>());
        for (String symbol : symbols) {
            tickers = tickers.compose(list -> read(symbol, mini, unit).map(ticker -> {
                ticker.ifPresent(list::add);
                return list;
            }));
        }
        return tickers;
    }

    private Future<Optional<JsonObject>> read(String symbol, boolean mini, KlineTimeUnit unit) {
        return klines.read(symbol, KlineInterval.ONE_MINUTE, new KlineRange(null, null, MINUTES + 1))
                .map(found -> {
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    long begin = found.get(found.size() - 1).openTime() + 60_000 - Ticker.DAY;
                    List<Kline> day = found.stream()
                            .filter(kline -> kline.openTime() >= begin)
                            .toList();
                    BigDecimal before = day.size() < found.size()
                            ? found.get(found.size() - day.size() - 1).market().close()
                            : null;
                    return Optional.of(Ticker.of(symbol, day, before, mini, unit));
                });
    }
}
