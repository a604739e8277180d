package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A market of the given candles of one day or several. */
public record FixedMarket(List<Candle> candles) implements Market {
    @Override
    public String identity() {
        return "fixed";
    }

    @Override
    public List<String> symbols() {
        return candles.stream().map(Candle::symbol).distinct().sorted().toList();
    }

    @Override
    public long historyFrom() {
        return openTimes().min().orElseThrow();
    }

    @Override
    public long streamFrom() {
        return historyFrom();
    }

    @Override
    public OptionalLong end() {
        return OptionalLong.of(
                candles.stream().mapToLong(Candle::closeTime).max().orElseThrow() + 1);
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        return candles.stream()
                .filter(candle -> candle.symbol().equals(symbol) && Market.dayOf(candle.openTime()) == day)
                .toList();
    }

    @Override
    public OptionalLong nextDay(long day) {
        return openTimes().map(Market::dayOf).filter(next -> next >= day).min();
    }

    private LongStream openTimes() {
        return candles.stream().mapToLong(Candle::openTime);
    }
}
