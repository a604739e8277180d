package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Collections;
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
     * Bars in open-time order, the open one last.
     *
     * @param from first open time wanted; negative for the newest {@code limit} bars
     * @param to last open time wanted, inclusive
     * @param limit how many at most
     */
    public List<Bar> bars(String symbol, Interval interval, long from, long to, int limit) {
        return from < 0 ? newest(symbol, interval, to, limit) : oldest(symbol, interval, from, to, limit);
    }

    private List<Bar> oldest(String symbol, Interval interval, long from, long to, int limit) {
        List<Bar> found = new ArrayList<>();
        long lastDay = Market.dayOf(Math.min(to, now));
        for (long day = Market.dayOf(Math.max(from, market.historyFrom())); day <= lastDay; day++) {
            for (Bar bar : day(symbol, interval, day)) {
                if (found.size() < limit && bar.openTime() >= from && bar.openTime() <= to) {
                    found.add(bar);
                }
            }
            if (found.size() == limit) {
                break;
            }
        }
        return found;
    }

    private List<Bar> newest(String symbol, Interval interval, long to, int limit) {
        List<Bar> found = new ArrayList<>();
        long firstDay = Market.dayOf(market.historyFrom());
        for (long day = Market.dayOf(Math.min(to, now)); day >= firstDay && found.size() < limit; day--) {
            List<Bar> bars = day(symbol, interval, day);
            for (int i = bars.size() - 1; i >= 0 && found.size() < limit; i--) {
                if (bars.get(i).openTime() <= to) {
                    found.add(bars.get(i));
                }
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** All bars of one day; every interval served divides the day. */
    private List<Bar> day(String symbol, Interval interval, long day) {
        List<Bar> bars = new ArrayList<>();
        for (Candle candle : market.day(symbol, day)) {
            if (candle.openTime() >= now) {
                break;
            }
            Candle seen = candle.closeTime() < now ? candle : OpenCandle.at(candle, now);
            Bar minute = Bar.of(seen);
            Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
            if (last != null && minute.openTime() < last.end()) {
                bars.set(bars.size() - 1, last.followedBy(minute));
            } else {
                bars.add(minute.in(interval));
            }
        }
        return bars;
    }

    /**
     * The close time the exchange shows, epoch milliseconds UTC: the end of the interval, or earlier where trading halted
     * within the last minute there is.
     */
    public long closeTime(Bar bar) {
        boolean halted = bar.end() <= now && bar.closeTime() + 1 < Interval.ONE_MINUTE.end(bar.lastMinute());
        return halted || bar.interval() == Interval.ONE_MINUTE ? bar.closeTime() : bar.end() - 1;
    }
}
