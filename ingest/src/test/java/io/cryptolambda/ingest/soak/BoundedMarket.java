package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.market.ForwardingMarket;
import io.cryptolambda.local.exchange.market.RandomMarket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A made-up market that closes for good. */
final class BoundedMarket extends ForwardingMarket {
    private final long closesAt;

    private BoundedMarket(RandomMarket market, long closesAt) {
        super(market);
        this.closesAt = closesAt;
    }

    /** A market of {@code symbols} symbols that begins at {@code from} and goes on for {@code length}. */
    static BoundedMarket of(long seed, int symbols, long from, Duration history, Duration length) {
        RandomMarket market = new RandomMarket(seed, from, history, symbols, List.of());
        return new BoundedMarket(market, from + length.toMillis());
    }

    @Override
    public OptionalLong end() {
        return OptionalLong.of(closesAt);
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        return super.day(symbol, day).stream()
                .filter(candle -> candle.openTime() < closesAt)
                .toList();
    }

    @Override
    public LongFunction<List<Candle>> minutes(long day) {
        LongFunction<List<Candle>> minutes = super.minutes(day);
        return openTime -> openTime < closesAt ? minutes.apply(openTime) : List.of();
    }

    @Override
    public OptionalLong nextDay(long day) {
        return day * DAY < closesAt ? super.nextDay(day) : OptionalLong.empty();
    }
}
