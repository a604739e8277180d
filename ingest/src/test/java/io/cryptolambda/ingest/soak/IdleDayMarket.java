package io.cryptolambda.ingest.soak;

import io.cryptolambda.local.exchange.market.ForwardingMarket;
import io.cryptolambda.local.exchange.market.Market;
import java.util.OptionalLong;

/** A market whose clock goes on for a day after its last candle, so that whatever happens a day later does happen. */
final class IdleDayMarket extends ForwardingMarket {
    IdleDayMarket(Market market) {
        super(market);
    }

    @Override
    public OptionalLong end() {
        return OptionalLong.of(super.end().orElseThrow() + DAY);
    }
}
