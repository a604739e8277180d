package io.cryptolambda.local.exchange.fault;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts what clients do that the exchange forbids. Used on the event loop only. */
public final class Violations {
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final MeterRegistry metrics;

    /** What is forbidden. */
    public enum Kind {
        /** A request while 429 or 418 asked to wait. */
        REQUESTS_DURING_WAIT("requests_during_wait"),
        /** More weight in a minute than allowed. */
        WEIGHT("weight_exceeded"),
        /** More than 5 messages in a second on one connection. */
        MESSAGES("too_many_messages"),
        /** More than 300 connections in 5 minutes. */
        CONNECTIONS("too_many_connections"),
        /** More than 1,024 streams on one connection. */
        STREAMS("too_many_streams"),
        /** A ping that was not answered within a minute. */
        PONGS("missing_pongs");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public Violations(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Kind kind : Kind.values()) {
            counts.put(kind, 0L);
        }
    }

    /** It happened once more. */
    public void add(Kind kind) {
        counts.merge(kind, 1L, Long::sum);
        metrics.counter("exchange_violations", "kind", kind.text()).increment();
    }

    /** How often each happened. */
    public Map<Kind, Long> counts() {
        return new EnumMap<>(counts);
    }
}
