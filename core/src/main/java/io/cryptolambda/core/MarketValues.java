package io.cryptolambda.core;

import java.math.BigDecimal;

/**
 * The nine market values of a candle or bar, exact, each decimal with {@link #SCALE} places.
 *
 * @param open first price, in the quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded amount in the base currency
 * @param quoteVolume traded amount in the quote currency
 * @param trades number of trades
 * @param takerBuyVolume part of {@code volume} that takers bought
 * @param takerBuyQuoteVolume part of {@code quoteVolume} that takers bought
 */
public record MarketValues(
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal quoteVolume,
        long trades,
        BigDecimal takerBuyVolume,
        BigDecimal takerBuyQuoteVolume) {

    /** Decimal places of every price and volume, as the exchange prints them. */
    public static final int SCALE = 8;

    /** Digits a decimal may have in all: what DECIMAL(38,8) holds. */
    public static final int PRECISION = 38;

    /**
     * @throws IllegalArgumentException naming the field that breaks the contract: 0 &lt; low &le; min(open, close)
     *     &le; max(open, close) &le; high, volumes &ge; 0, taker &le; total, trades &ge; 0, at most 8 decimal places
     */
    public MarketValues {
        open = exact("open", open);
        high = exact("high", high);
        low = exact("low", low);
        close = exact("close", close);
        volume = exact("volume", volume);
        quoteVolume = exact("quote_volume", quoteVolume);
        takerBuyVolume = exact("taker_buy_volume", takerBuyVolume);
        takerBuyQuoteVolume = exact("taker_buy_quote_volume", takerBuyQuoteVolume);
        require(low.signum() > 0, "low must be above 0");
        require(low.compareTo(open) <= 0 && low.compareTo(close) <= 0, "low must not be above open or close");
        require(high.compareTo(open) >= 0 && high.compareTo(close) >= 0, "high must not be below open or close");
        require(volume.signum() >= 0, "volume must not be negative");
        require(quoteVolume.signum() >= 0, "quote_volume must not be negative");
        require(takerBuyVolume.signum() >= 0, "taker_buy_volume must not be negative");
        require(takerBuyQuoteVolume.signum() >= 0, "taker_buy_quote_volume must not be negative");
        require(takerBuyVolume.compareTo(volume) <= 0, "taker_buy_volume must not be above volume");
        require(
                takerBuyQuoteVolume.compareTo(quoteVolume) <= 0,
                "taker_buy_quote_volume must not be above quote_volume");
        require(trades >= 0, "trades must not be negative");
    }

    /** The values of the span made of this one and the directly {@code later} one: the one rule of every roll-up. */
    public MarketValues followedBy(MarketValues later) {
        return new MarketValues(
                open,
                high.max(later.high),
                low.min(later.low),
                later.close,
                volume.add(later.volume),
                quoteVolume.add(later.quoteVolume),
                Math.addExact(trades, later.trades),
                takerBuyVolume.add(later.takerBuyVolume),
                takerBuyQuoteVolume.add(later.takerBuyQuoteVolume));
    }

    private static BigDecimal exact(String field, BigDecimal value) {
        require(value != null, field, " is missing");
        if (value.scale() == SCALE && value.precision() <= PRECISION) {
            return value;
        }
        // The exponent is bounded before anything is expanded: "1e999999999" must not become a billion digits.
        require(
                value.signum() == 0 || value.precision() - (long) value.scale() <= PRECISION - SCALE,
                field,
                " is too large");
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        require(plain.scale() <= SCALE, field, " has more than 8 decimal places");
        return plain.setScale(SCALE);
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(field + problem);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
