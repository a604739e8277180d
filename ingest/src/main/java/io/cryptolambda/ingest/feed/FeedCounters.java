package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Source;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Everything the feed counts. */
public final class FeedCounters {
    final Map<Source, Counter> candles = new EnumMap<>(Source.class);
    final Counter known;
    final Counter invalid;
    final Counter unreadable;
    final Counter gapsFilled;
    final Counter exchangeGapMinutes;
    final Counter looks;

    public FeedCounters(MeterRegistry metrics) {
        for (Source source : new Source[] {Source.WS, Source.REST}) {
            candles.put(source, metrics.counter("ingest_candles", "source", source.text()));
        }
        known = metrics.counter("ingest_known_candles");
        invalid = metrics.counter("ingest_invalid_candles");
        unreadable = metrics.counter("ingest_unreadable_messages");
        gapsFilled = metrics.counter("ingest_gaps_filled");
        exchangeGapMinutes = metrics.counter("ingest_exchange_gap_minutes");
        looks = metrics.counter("ingest_looks");
    }

    /** Gaps of ours that were filled by REST. */
    public long gapsFilled() {
        return (long) gapsFilled.count();
    }

    /** A message of the exchange could not be read. */
    public void unreadable() {
        unreadable.increment();
    }
}
