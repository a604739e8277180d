package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.market.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A market whose history has one candle that its streams never told. */
record LateHistoryMarket(Market market, Candle untold) implements Market {
    @Override
    public String identity() {
        return market.identity();
    }

    @Override
    public List<String> symbols() {
        return market.symbols();
    }

    @Override
    public long historyFrom() {
        return market.historyFrom();
    }

    @Override
    public long streamFrom() {
        return market.streamFrom();
    }

    @Override
    public OptionalLong end() {
        return market.end();
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        List<Candle> candles = new ArrayList<>(market.day(symbol, day));
        if (symbol.equals(untold.symbol()) && Market.dayOf(untold.openTime()) == day) {
            candles.add(untold);
            candles.sort(Comparator.comparingLong(Candle::openTime));
        }
        return candles;
    }

    @Override
    public LongFunction<List<Candle>> minutes(long day) {
        return market.minutes(day);
    }

    @Override
    public OptionalLong nextDay(long day) {
        return market.nextDay(day);
    }
}
