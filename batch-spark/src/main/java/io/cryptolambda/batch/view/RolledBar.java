package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;

/**
 * A bar as its own day tells of it, its lookback left aside.
 *
 * @param exchange the exchange's name
 * @param symbol the exchange's symbol
 * @param bar the bar
 * @param position the latest winning record among its candles
 * @param closedBy where its last minute is missing: the first record in the log at or past its end, as far as is known;
 *     null if none is, or if its last minute is there
 */
public record RolledBar(String exchange, String symbol, Bar bar, LogPosition position, LogPosition closedBy) {

    /** This bar where {@code laterDays} is the first record of any later day of its symbol; null if there is none. */
    public RolledBar closedBy(LogPosition laterDays) {
        return bar.hasLastMinute()
                ? this
                : new RolledBar(exchange, symbol, bar, position, LogPosition.earlier(closedBy, laterDays));
    }

    /** Whether its last minute, or a later candle of its symbol, is there. */
    public boolean closed() {
        return bar.hasLastMinute() || closedBy != null;
    }
}
