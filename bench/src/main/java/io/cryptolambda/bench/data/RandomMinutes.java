package io.cryptolambda.bench.data;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.Symbols;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * A seeded market of one symbol, minute by minute, as integers of 1e-8 units: a random walk in ticks, with a minute missing
 * now and then and an outage of 80 minutes a quarter. Symbols differ in price by seven orders of magnitude.
 */
public final class RandomMinutes {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();
    private static final int QUARTER = 90 * 1440;
    private static final int OUTAGE = 80;
    private static final double UNITS = 1e8;

    private final SplittableRandom random;
    private final long tick;
    private final double turnover;
    private long minute;
    private long priceInTicks;

    private long openTime;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long quoteVolume;
    private long trades;
    private long takerBuyVolume;
    private long takerBuyQuoteVolume;

    /**
     * @param symbol its number, which decides on its price and volume
     * @param start epoch milliseconds UTC, the start of a day
     */
    public RandomMinutes(int symbol, long start, long seed) {
        this.random = new SplittableRandom(seed * 1_000_003 + symbol);
        this.tick = (long) Math.pow(10, symbol % 7);
        this.priceInTicks = 30_000 + random.nextInt(70_000);
        this.turnover = Math.pow(10, 3 + symbol % 5 * 0.5);
        this.minute = start / MINUTE - 1;
    }

    /** Goes on to the next minute that there is. */
    public void next() {
        do {
            minute++;
        } while (minute % QUARTER < OUTAGE || random.nextInt(5_000) == 0);
        openTime = minute * MINUTE;
        long openTicks = priceInTicks;
        long step = Math.max(1, openTicks / 1_000);
        priceInTicks = Math.max(100, openTicks + random.nextLong(-step, step + 1));
        open = openTicks * tick;
        close = priceInTicks * tick;
        high = Math.max(open, close) + random.nextLong(step) * tick;
        low = Math.max(tick, Math.min(open, close) - random.nextLong(step) * tick);
        trades = random.nextInt(2_000);
        // Three places of the base currency, as most lot sizes are.
        volume = trades == 0 ? 0 : (long) (turnover * random.nextDouble() / (close / UNITS) * 1e3) * 100_000;
        quoteVolume = Math.round(volume / UNITS * ((open + close) / 2));
        takerBuyVolume = volume / 100_000 / 2 * 100_000;
        takerBuyQuoteVolume = quoteVolume / 2;
    }

    /** Open time of the minute, epoch milliseconds UTC. */
    public long openTime() {
        return openTime;
    }

    /** Number of trades. */
    public long trades() {
        return trades;
    }

    /** The decimals in units of 1e-8: open, high, low, close, volume, quote volume, and the taker's two. */
    public long[] units() {
        return new long[] {open, high, low, close, volume, quoteVolume, takerBuyVolume, takerBuyQuoteVolume};
    }

    /** The minute as a candle of {@code symbol}. */
    public Candle candle(String symbol) {
        MarketValues market = new MarketValues(
                decimal(open),
                decimal(high),
                decimal(low),
                decimal(close),
                decimal(volume),
                decimal(quoteVolume),
                trades,
                decimal(takerBuyVolume),
                decimal(takerBuyQuoteVolume));
        long closeTime = openTime + MINUTE - 1;
        return new Candle(
                "binance", symbol, Symbols.pair(symbol), openTime, closeTime, market, Source.WS, closeTime + 6);
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, MarketValues.SCALE);
    }
}
