package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.OpenCandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * The events of one day in the order of time. Within a minute each candle is told while it is open, then closed; the
 * events of a minute are made only when their turn comes.
 */
final class Tape {
    private static final Comparator<TapeEvent> IN_TIME = Comparator.comparingLong(TapeEvent::time)
            .thenComparing(event -> event.candle().symbol());

    private final Deque<List<Candle>> minutes;
    private final long updateEvery;
    private final Deque<TapeEvent> ready = new ArrayDeque<>();

    private Tape(Deque<List<Candle>> minutes, long updateEvery) {
        this.minutes = minutes;
        this.updateEvery = updateEvery;
    }

    /**
     * The tape of {@code day}.
     *
     * @param from candles that open earlier are left out, epoch milliseconds UTC
     * @param updateEvery virtual milliseconds between two updates of an open candle
     */
    static Tape of(Market market, long day, long from, long updateEvery) {
        TreeMap<Long, List<Candle>> minutes = new TreeMap<>();
        for (String symbol : market.symbols()) {
            for (Candle candle : market.day(symbol, day)) {
                if (candle.openTime() >= from) {
                    minutes.computeIfAbsent(candle.openTime(), any -> new ArrayList<>())
                            .add(candle);
                }
            }
        }
        return new Tape(new ArrayDeque<>(minutes.values()), updateEvery);
    }

    /** The next event, left on the tape; null at its end. */
    TapeEvent peek() {
        if (ready.isEmpty() && !minutes.isEmpty()) {
            ready.addAll(events(minutes.poll()));
        }
        return ready.peek();
    }

    /** Takes the next event off the tape. */
    TapeEvent next() {
        peek();
        return ready.poll();
    }

    private List<TapeEvent> events(List<Candle> minute) {
        List<TapeEvent> events = new ArrayList<>();
        for (Candle candle : minute) {
            long close = candle.closeTime() + 1;
            for (long time = candle.openTime() + updateEvery; time < close; time += updateEvery) {
                events.add(new TapeEvent(time, OpenCandle.at(candle, time), false));
            }
            events.add(new TapeEvent(close, candle, true));
        }
        events.sort(IN_TIME);
        return events;
    }
}
