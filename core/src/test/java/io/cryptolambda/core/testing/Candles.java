package io.cryptolambda.core.testing;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Builds candles for tests: single ones, and seeded random walks. */
public final class Candles {
    /** 2024-01-01T00:00:00Z. */
    public static final long START = 1_704_067_200_000L;

    private static final long MINUTE = 60_000;

    private Candles() {}

    /** The BTCUSDT candle {@code minute} minutes after {@link #START} that opened, stayed and closed at {@code close}. */
    public static Candle candle(long minute, String close) {
        return candle("BTCUSDT", minute, close, "1.5");
    }

    /** A flat candle with the given close and volume; half of it taker buys. */
    public static Candle candle(String symbol, long minute, String close, String volume) {
        BigDecimal price = new BigDecimal(close);
        BigDecimal base = new BigDecimal(volume);
        BigDecimal half = base.divide(BigDecimal.valueOf(2));
        BigDecimal quote = base.multiply(price).setScale(MarketValues.SCALE, RoundingMode.HALF_EVEN);
        BigDecimal takerQuote = half.multiply(price).setScale(MarketValues.SCALE, RoundingMode.DOWN);
        MarketValues market = new MarketValues(price, price, price, price, base, quote, 7, half, takerQuote.min(quote));
        return of(symbol, START + minute * MINUTE, market);
    }

    /** A candle of ordinary length with the given values. */
    public static Candle of(String symbol, long openTime, MarketValues market) {
        return new Candle(
                "binance",
                symbol,
                Symbols.pair(symbol),
                openTime,
                openTime + MINUTE - 1,
                market,
                Source.WS,
                openTime + MINUTE + 5);
    }

    /** {@code count} candles of a random walk, one a minute from {@link #START}; about one in fifty minutes is missing. */
    public static List<Candle> randomWalk(Random random, String symbol, int count) {
        List<Candle> candles = new ArrayList<>(count);
        long cents = 4_000_000 + random.nextInt(1_000_000);
        for (long minute = 0; candles.size() < count; minute++) {
            long open = cents;
            cents = Math.max(100, cents + random.nextInt(20_001) - 10_000);
            if (random.nextInt(50) > 0) {
                candles.add(walkCandle(random, symbol, minute, open, cents));
            }
        }
        return candles;
    }

    /** The same candle with another close inside its range, more volume and one more trade: a revision. */
    public static Candle revised(Random random, Candle candle) {
        MarketValues market = candle.market();
        BigDecimal close = random.nextBoolean() ? market.low() : market.high();
        MarketValues values = new MarketValues(
                market.open(),
                market.high(),
                market.low(),
                close,
                market.volume().add(BigDecimal.ONE),
                market.quoteVolume().add(market.close()),
                market.trades() + 1,
                market.takerBuyVolume(),
                market.takerBuyQuoteVolume());
        return of(candle.symbol(), candle.openTime(), values);
    }

    private static Candle walkCandle(Random random, String symbol, long minute, long openCents, long closeCents) {
        long high = Math.max(openCents, closeCents) + random.nextInt(500);
        long low = Math.max(1, Math.min(openCents, closeCents) - random.nextInt(500));
        BigDecimal volume = BigDecimal.valueOf(random.nextInt(1_000_000_000), MarketValues.SCALE);
        BigDecimal close = BigDecimal.valueOf(closeCents, 2);
        BigDecimal quote = volume.multiply(close).setScale(MarketValues.SCALE, RoundingMode.HALF_EVEN);
        MarketValues market = new MarketValues(
                BigDecimal.valueOf(openCents, 2),
                BigDecimal.valueOf(high, 2),
                BigDecimal.valueOf(low, 2),
                close,
                volume,
                quote,
                random.nextInt(5_000),
                volume,
                quote);
        return of(symbol, START + minute * MINUTE, market);
    }
}
