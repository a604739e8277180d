package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.RandomMarket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A made-up market that closes for good. */
record BoundedMarket(RandomMarket market, long closesAt) implements Market {
    /** A market of {@code symbols} symbols that begins at {@code from} and goes on for {@code length}. */
    static BoundedMarket of(long seed, int symbols, long from, Duration history, Duration length) {
        RandomMarket market = new RandomMarket(seed, from, history, symbols, List.of());
        return new BoundedMarket(market, from + length.toMillis());
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
        return OptionalLong.of(closesAt);
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        return market.day(symbol, day).stream()
                .filter(candle -> candle.openTime() < closesAt)
                .toList();
    }

    @Override
    public LongFunction<List<Candle>> minutes(long day) {
        LongFunction<List<Candle>> minutes = market.minutes(day);
        return openTime -> openTime < closesAt ? minutes.apply(openTime) : List.of();
    }

    @Override
    public OptionalLong nextDay(long day) {
        return day * DAY < closesAt ? market.nextDay(day) : OptionalLong.empty();
    }
}
