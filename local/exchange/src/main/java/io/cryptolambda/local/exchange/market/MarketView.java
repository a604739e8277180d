package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.util.ArrayList;
import java.util.List;

/** What can be seen of a market at one virtual time: everything closed, and what is open as it is by then. */
public final class MarketView {
    private final Market market;
    private final long now;

    public MarketView(Market market, long now) {
        this.market = market;
        this.now = now;
    }

    /**
     * Klines in open-time order, the open one last.
     *
     * @param shift how far the grid's clock is ahead of UTC, milliseconds
     * @param from first open time wanted; negative for the newest {@code limit} klines
     * @param to last open time wanted, inclusive
     * @param limit how many at most
     */
    public List<KlineBar> bars(String symbol, KlineInterval interval, long shift, long from, long to, int limit) {
        return from < 0 ? newest(symbol, interval, shift, to, limit) : scan(symbol, interval, shift, from, to, limit);
    }

    private List<KlineBar> newest(String symbol, KlineInterval interval, long shift, long to, int limit) {
        long end = interval.openTime(Math.min(to, now), shift);
        long first = interval.openTime(market.historyFrom(), shift);
        // Where minutes are missing a longer look back is needed for as many klines.
        for (long span = limit * interval.longest(); ; span *= 4) {
            long from = Math.max(end - span, first);
            List<KlineBar> found = scan(symbol, interval, shift, from, to, Integer.MAX_VALUE);
            if (found.size() >= limit || from <= first) {
                return found.subList(Math.max(0, found.size() - limit), found.size());
            }
        }
    }

    private List<KlineBar> scan(String symbol, KlineInterval interval, long shift, long from, long to, int limit) {
        List<KlineBar> found = new ArrayList<>();
        Building building = null;
        long lastTime = Math.min(to, now) == now ? now : interval.end(to, shift) - 1;
        long lastDay = Market.dayOf(Math.min(lastTime, now));
        for (long day = Market.dayOf(Math.max(from, market.historyFrom())); day <= lastDay; day++) {
            for (Candle closed : market.day(symbol, day)) {
                if (closed.openTime() >= now || closed.openTime() > lastTime) {
                    break;
                }
                long open = interval.openTime(closed.openTime(), shift);
                if (interval == KlineInterval.SECOND) {
                    Seconds.of(closed, now).stream()
                            .filter(bar -> bar.openTime() >= from && bar.openTime() <= to)
                            .forEach(found::add);
                } else if (open >= from && open <= to) {
                    if (building == null || building.openTime != open) {
                        if (building != null) {
                            found.add(building.bar(interval, shift));
                        }
                        building = new Building(open);
                    }
                    building.add(closed.closeTime() < now ? closed : OpenCandle.at(closed, now));
                }
                if (found.size() >= limit) {
                    return found.subList(0, limit);
                }
            }
        }
        if (building != null) {
            found.add(building.bar(interval, shift));
        }
        return found;
    }

    /** A kline that minutes are added to. */
    private final class Building {
        private final long openTime;
        private MarketValues values;
        private Candle last;

        Building(long openTime) {
            this.openTime = openTime;
        }

        void add(Candle minute) {
            values = values == null ? minute.market() : values.followedBy(minute.market());
            last = minute;
        }

        /** The close time is the end of the interval, or earlier where trading halted within the last minute there is. */
        KlineBar bar(KlineInterval interval, long shift) {
            long end = interval.end(openTime, shift);
            boolean halted = end <= now && last.closeTime() + 1 < Interval.ONE_MINUTE.end(last.openTime());
            boolean asMinute = halted || interval == KlineInterval.MINUTE;
            return new KlineBar(openTime, asMinute ? last.closeTime() : end - 1, values);
        }
    }
}
