package io.cryptolambda.serving.binance.push;

import io.cryptolambda.core.json.KlineEventJson;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.kline.Kline;

/**
 * A kline event as the exchange sends it.
 *
 * @param eventTime the exchange's clock, epoch milliseconds UTC
 */
record KlineEvent(long eventTime, KlineStream stream, Kline kline) {
    /** The event on a connection for a raw stream. */
    String raw(KlineTimeUnit unit) {
        return KlineEventJson.raw(
                unit.first(eventTime),
                stream.symbol(),
                stream.grid().interval().text(),
                unit.first(kline.openTime()),
                unit.last(kline.closeTime()),
                kline.market(),
                kline.closed());
    }
}
