package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.local.exchange.market.Market;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The events of one day in the order of time. Within a minute each candle is told while it is open, then closed; events
 * are made only when their turn comes.
 */
final class Tape {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();

    private final LongFunction<List<Candle>> minutes;
    private final long end;
    private final long updateEvery;
    private final Deque<TapeEvent> ready = new ArrayDeque<>();
    private long nextMinute;
    private List<Candle> current = List.of();
    private long nextUpdate;
    private long closedUpTo;

    private Tape(LongFunction<List<Candle>> minutes, long from, long end, long updateEvery) {
        this.minutes = minutes;
        this.nextMinute = from;
        this.end = end;
        this.updateEvery = updateEvery;
    }

    /**
     * The tape of {@code day}.
     *
     * @param from candles that open earlier are left out, epoch milliseconds UTC on a whole minute
     * @param updateEvery virtual milliseconds between two updates of an open candle
     */
    static Tape of(Market market, long day, long from, long updateEvery) {
        long begin = Math.max(from, day * Market.DAY);
        return new Tape(market.minutes(day), begin, (day + 1) * Market.DAY, updateEvery);
    }

    /** The next event, left on the tape; null at its end. */
    TapeEvent peek() {
        while (ready.isEmpty() && (!current.isEmpty() || nextMinute < end)) {
            if (current.isEmpty()) {
                current = minutes.apply(nextMinute);
                nextUpdate = nextMinute + updateEvery;
                closedUpTo = nextMinute;
                nextMinute += MINUTE;
            } else {
                nextMoment();
            }
        }
        return ready.peek();
    }

    /** Takes the next event off the tape. */
    TapeEvent next() {
        peek();
        return ready.poll();
    }

    // Either an update of everything open, or all that close at one time.
    private void nextMoment() {
        long close = Long.MAX_VALUE;
        for (Candle candle : current) {
            if (candle.closeTime() + 1 > closedUpTo) {
                close = Math.min(close, candle.closeTime() + 1);
            }
        }
        if (close == Long.MAX_VALUE) {
            current = List.of();
            return;
        }
        boolean update = nextUpdate < close;
        long time = update ? nextUpdate : close;
        for (Candle candle : current) {
            long closes = candle.closeTime() + 1;
            if (update ? closes > time : closes == time) {
                ready.add(new TapeEvent(time, candle, !update));
            }
        }
        if (update) {
            nextUpdate += updateEvery;
        } else {
            closedUpTo = close;
        }
    }
}
