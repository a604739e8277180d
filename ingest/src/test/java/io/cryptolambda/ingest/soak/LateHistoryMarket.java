package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.market.ForwardingMarket;
import io.cryptolambda.local.exchange.market.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A market whose history has one candle that its streams never told. */
final class LateHistoryMarket extends ForwardingMarket {
    private final Candle untold;

    LateHistoryMarket(Market market, Candle untold) {
        super(market);
        this.untold = untold;
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        List<Candle> candles = new ArrayList<>(super.day(symbol, day));
        if (symbol.equals(untold.symbol()) && Market.dayOf(untold.openTime()) == day) {
            candles.add(untold);
            candles.sort(Comparator.comparingLong(Candle::openTime));
        }
        return candles;
    }
}
