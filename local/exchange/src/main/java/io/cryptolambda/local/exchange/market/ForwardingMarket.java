package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Another market, as it is: the base of markets that differ from one in a few things. */
public abstract class ForwardingMarket implements Market {
    private final Market market;

    protected ForwardingMarket(Market market) {
        this.market = market;
    }

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
        return market.day(symbol, day);
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
