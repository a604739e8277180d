package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.json.KlineEventJson;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;

/**
 * A kline event as the exchange sends it.
 *
 * @param eventTime epoch milliseconds UTC
 */
record KlineMessage(long eventTime, String symbol, KlineInterval interval, KlineBar bar, boolean closed) {
    /** The payload on a connection for a raw stream. */
    String raw(KlineTimeUnit unit) {
        return KlineEventJson.raw(
                unit.first(eventTime),
                symbol,
                interval.text(),
                unit.first(bar.openTime()),
                unit.last(bar.closeTime()),
                bar.market(),
                closed);
    }
}
