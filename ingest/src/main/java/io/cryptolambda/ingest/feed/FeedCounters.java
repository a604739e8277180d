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
    final Counter revised;
    final Counter invalid;
    final Counter unreadable;
    final Counter unwanted;
    final Counter gapsFound;
    final Counter gapsFilled;
    final Counter exchangeGapMinutes;
    final Counter exchangeGapMinutesFilled;
    final Counter overdue;
    final Counter silent;
    final Counter reconnects;

    public FeedCounters(MeterRegistry metrics) {
        for (Source source : new Source[] {Source.WS, Source.REST}) {
            candles.put(source, metrics.counter("ingest_candles", "source", source.text()));
        }
        known = metrics.counter("ingest_known_candles");
        revised = metrics.counter("ingest_revised_candles");
        invalid = metrics.counter("ingest_invalid_candles");
        unreadable = metrics.counter("ingest_unreadable_messages");
        unwanted = metrics.counter("ingest_unwanted_messages");
        gapsFound = metrics.counter("ingest_gaps_found");
        gapsFilled = metrics.counter("ingest_gaps_filled");
        exchangeGapMinutes = metrics.counter("ingest_exchange_gap_minutes");
        exchangeGapMinutesFilled = metrics.counter("ingest_exchange_gap_minutes_filled_later");
        overdue = metrics.counter("ingest_overdue_candles");
        silent = metrics.counter("ingest_silent_symbols");
        reconnects = metrics.counter("ingest_reconnects");
    }

    /** Gaps of ours that were filled by REST. */
    public long gapsFilled() {
        return (long) gapsFilled.count();
    }

    /** How often a connection was lost. */
    public long reconnects() {
        return (long) reconnects.count();
    }

    /** Minutes the exchange does not have. */
    public long exchangeGapMinutes() {
        return (long) exchangeGapMinutes.count();
    }
}
