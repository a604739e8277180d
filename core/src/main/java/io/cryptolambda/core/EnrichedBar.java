package io.cryptolambda.core;

import java.util.Objects;

/**
 * A bar with its indicators: the record of {@code crypto_indicators} and the document of every rolled-up interval.
 *
 * @param exchange the exchange's name
 * @param symbol the exchange's symbol
 * @param bar the bar
 * @param closed whether its last minute, or a later candle of its symbol, is there
 * @param indicators its indicators
 * @param asOf knowledge position of the newest record that contributed
 * @param asOfTime the broker's append time of that record, epoch milliseconds UTC; for people
 * @param partition partition of the raw topic that the symbol lives in
 * @param complete whether every candle this depends on is known (DESIGN section 2)
 */
public record EnrichedBar(
        String exchange,
        String symbol,
        Bar bar,
        boolean closed,
        Indicators indicators,
        long asOf,
        long asOfTime,
        int partition,
        boolean complete) {

    public EnrichedBar {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(bar, "bar");
        Objects.requireNonNull(indicators, "indicators");
    }
}
