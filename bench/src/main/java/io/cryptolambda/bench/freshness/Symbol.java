package io.cryptolambda.bench.freshness;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was seen of one symbol, and when, by {@link System#nanoTime}. Written by several threads. */
public final class Symbol {
    private final ConcurrentSkipListMap<Long, Closing> closings = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Long, Long> positions = new ConcurrentSkipListMap<>();
    private final Map<Sight, ConcurrentSkipListMap<Long, Long>> sights = Map.of(
            Sight.CANDLE_STREAM, new ConcurrentSkipListMap<>(),
            Sight.BAR_STREAM, new ConcurrentSkipListMap<>(),
            Sight.CANDLE_API, new ConcurrentSkipListMap<>(),
            Sight.BAR_API, new ConcurrentSkipListMap<>());
    private final AtomicLong wrong = new AtomicLong();

    /**
     * A closed candle as the exchange told it.
     *
     * @param openTime epoch milliseconds UTC
     * @param due when its closing message was due
     * @param told when it came
     * @param price its close
     */
    public record Closing(long openTime, long due, long told, BigDecimal price) {}

    /** Notes a candle that the exchange closed. */
    public void closed(Closing closing) {
        closings.putIfAbsent(closing.openTime(), closing);
    }

    /** A document of the candle came by the stream. */
    void candle(long openTime, long asOf, BigDecimal price, long now) {
        sights.get(Sight.CANDLE_STREAM).putIfAbsent(openTime, now);
        positions.put(openTime, asOf);
        Closing closing = closings.get(openTime);
        if (closing != null && closing.price().compareTo(price) != 0) {
            wrong.incrementAndGet();
        }
    }

    /** Something of {@code place}, an open time or for bars a knowledge position, was seen. */
    void saw(Sight sight, long place, long now) {
        sights.get(sight).putIfAbsent(place, now);
    }

    /** The candles that were due from {@code from} to {@code to}, exclusive. */
    Iterable<Closing> closings(long from, long to) {
        return closings.values().stream().filter(closing -> closing.due() >= from && closing.due() < to)::iterator;
    }

    /** The knowledge position of a candle, once the stream told it. */
    Optional<Long> position(long openTime) {
        return Optional.ofNullable(positions.get(openTime));
    }

    /** When the candle, or one that came after it, was first seen there. */
    Optional<Long> seen(Sight sight, Closing closing) {
        Long place = sight.ofBars ? positions.get(closing.openTime()) : (Long) closing.openTime();
        Map.Entry<Long, Long> first = place == null ? null : sights.get(sight).ceilingEntry(place);
        return Optional.ofNullable(first).map(Map.Entry::getValue);
    }

    /** Candles whose close was not the exchange's. */
    long wrong() {
        return wrong.get();
    }
}
