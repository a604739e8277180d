package io.cryptolambda.core.testing;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Series of candles at the edges of what the contract lets in. */
public enum Extreme {
    /** Nothing ever moves. The price and the volume are no binary fractions, so that a mean of them is off by a rounding. */
    FLAT,
    /** Prices move, nothing is traded. */
    ZERO_VOLUME,
    /** Prices of 1 to some dozens of the smallest unit, 1e-8. */
    SMALLEST_PRICES,
    /** Prices about 1e9. */
    LARGEST_PRICES,
    /** Volumes of 24 digits each: no sum of them fits into 64 bits. */
    LARGEST_VOLUMES;

    private static final BigDecimal TICK = new BigDecimal("0.00000001");

    /** {@code count} candles, a minute each. */
    public List<Candle> candles(Random random, int count) {
        List<Candle> candles = new ArrayList<>(count);
        long step = 40 + random.nextInt(20);
        for (int minute = 0; minute < count; minute++) {
            long open = step;
            step = Math.max(3, step + random.nextInt(7) - 3);
            long high = Math.max(open, step) + random.nextInt(3);
            long low = Math.min(open, step) - random.nextInt(3);
            candles.add(candle(minute, price(open), price(high), price(low), price(step), volume(random)));
        }
        return candles;
    }

    private BigDecimal price(long step) {
        return switch (this) {
            case FLAT -> new BigDecimal("28080.1");
            case SMALLEST_PRICES -> TICK.multiply(BigDecimal.valueOf(step));
            case LARGEST_PRICES -> BigDecimal.valueOf(1_000_000_000L + step).add(TICK);
            case ZERO_VOLUME, LARGEST_VOLUMES -> BigDecimal.valueOf(step, 1);
        };
    }

    private BigDecimal volume(Random random) {
        return switch (this) {
            case FLAT -> new BigDecimal("0.1");
            case ZERO_VOLUME -> BigDecimal.ZERO;
            case SMALLEST_PRICES, LARGEST_PRICES -> BigDecimal.valueOf(random.nextInt(1_000_000), 3);
            case LARGEST_VOLUMES ->
                BigDecimal.valueOf(Long.MAX_VALUE - random.nextInt(1_000_000), 3)
                        .add(TICK);
        };
    }

    private static Candle candle(
            int minute, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
        BigDecimal quote = volume.multiply(close).setScale(MarketValues.SCALE, RoundingMode.HALF_EVEN);
        BigDecimal half = volume.divide(BigDecimal.valueOf(2), MarketValues.SCALE, RoundingMode.DOWN);
        BigDecimal halfQuote = quote.divide(BigDecimal.valueOf(2), MarketValues.SCALE, RoundingMode.DOWN);
        MarketValues market =
                new MarketValues(open, high, low, close, volume, quote, volume.signum() * 9L, half, halfQuote);
        return Candles.of("BTCUSDT", Candles.START + minute * 60_000L, market);
    }
}
