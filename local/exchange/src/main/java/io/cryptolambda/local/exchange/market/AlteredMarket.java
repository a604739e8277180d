package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;

/** A market with what happens to it while it is open: outages of the exchange, symbols that come late or go early. */
public final class AlteredMarket extends ForwardingMarket {
    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private final Map<String, Long> listedFrom = new ConcurrentHashMap<>();
    private final Map<String, Long> listedUntil = new ConcurrentHashMap<>();

    /** @param symbol whose; null for all */
    private record Outage(String symbol, long from, long to) {
        boolean covers(Candle candle) {
            return candle.openTime() >= from
                    && candle.openTime() < to
                    && (symbol == null || symbol.equals(candle.symbol()));
        }
    }

    public AlteredMarket(Market market) {
        super(market);
    }

    /**
     * The exchange has no candles that open in {@code [from, to)}, now or ever.
     *
     * @param symbol of this symbol only; null for all
     */
    public void outage(String symbol, long from, long to) {
        outages.add(new Outage(symbol, from, to));
    }

    /** The symbol is unknown before {@code time}, and has no candles from before it. */
    public void list(String symbol, long time) {
        listedFrom.put(symbol, time);
    }

    /** The symbol is not traded from {@code time} on. */
    public void delist(String symbol, long time) {
        listedUntil.put(symbol, time);
    }

    /** Whether the symbol is known at {@code time}. */
    public boolean listed(String symbol, long time) {
        return time >= listedFrom.getOrDefault(symbol, Long.MIN_VALUE)
                && symbols().contains(symbol);
    }

    /** Whether the symbol is traded at {@code time}. */
    public boolean trading(String symbol, long time) {
        return listed(symbol, time) && time < listedUntil.getOrDefault(symbol, Long.MAX_VALUE);
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        return there(super.day(symbol, day));
    }

    @Override
    public LongFunction<List<Candle>> minutes(long day) {
        LongFunction<List<Candle>> minutes = super.minutes(day);
        return openTime -> there(minutes.apply(openTime));
    }

    private List<Candle> there(List<Candle> candles) {
        if (outages.isEmpty() && listedFrom.isEmpty() && listedUntil.isEmpty()) {
            return candles;
        }
        return candles.stream()
                .filter(candle -> trading(candle.symbol(), candle.openTime()))
                .filter(candle -> outages.stream().noneMatch(outage -> outage.covers(candle)))
                .toList();
    }
}
