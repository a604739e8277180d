package io.cryptolambda.oracle;

import io.cryptolambda.core.MarketValues;

/**
 * A bar as indicators see it.
 *
 * @param high highest price, in the quote currency
 * @param low lowest price, in the quote currency
 * @param close last price, in the quote currency
 * @param volume traded amount in the base currency
 * @param quoteVolume traded amount in the quote currency
 */
public record BarValues(double high, double low, double close, double volume, double quoteVolume) {

    /** The values rounded to doubles. */
    public static BarValues of(MarketValues market) {
        return new BarValues(
                market.high().doubleValue(),
                market.low().doubleValue(),
                market.close().doubleValue(),
                market.volume().doubleValue(),
                market.quoteVolume().doubleValue());
    }
}
