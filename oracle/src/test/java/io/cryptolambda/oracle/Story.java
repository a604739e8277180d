package io.cryptolambda.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A log told candle by candle; positions count from 0, append times from 1,000 up. */
public final class Story {
    private static final long MINUTE = 60_000;

    private final List<LoggedCandle> log = new ArrayList<>();

    /** A flat candle of volume 1 at {@code price} in the given minute since the epoch. */
    public Story candle(long minute, String price) {
        return candle(minute, price, "1");
    }

    public Story candle(long minute, String price, String volume) {
        BigDecimal value = new BigDecimal(price);
        BigDecimal base = new BigDecimal(volume);
        BigDecimal quote = value.multiply(base);
        MarketValues market = new MarketValues(value, value, value, value, base, quote, 1, base, quote);
        return record(new Candle(
                "binance",
                "BTCUSDT",
                "BTC/USDT",
                minute * MINUTE,
                minute * MINUTE + MINUTE - 1,
                market,
                Source.WS,
                (minute + 1) * MINUTE));
    }

    public Story record(Candle candle) {
        log.add(new LoggedCandle(candle, log.size(), 1_000 + log.size()));
        return this;
    }

    public List<LoggedCandle> log() {
        return log;
    }
}
