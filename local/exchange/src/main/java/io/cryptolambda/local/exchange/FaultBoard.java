package io.cryptolambda.local.exchange;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.exchange.clock.ShownClock;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.fault.RestFaults;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.cryptolambda.local.exchange.rest.ArchiveEndpoint;
import io.cryptolambda.local.exchange.stream.StreamHub;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes faults happen: each is handed to the part it hits. Used on the event loop only. */
final class FaultBoard {
    private static final Logger LOG = LoggerFactory.getLogger(FaultBoard.class);

    private final Vertx vertx;
    private final AlteredMarket market;
    private final VirtualClock clock;
    private final ShownClock shown;
    private final StreamHub hub;
    private final RestFaults requests;
    private final ArchiveEndpoint archive;
    private final MeterRegistry metrics;

    FaultBoard(
            Vertx vertx,
            AlteredMarket market,
            VirtualClock clock,
            ShownClock shown,
            StreamHub hub,
            RestFaults requests,
            ArchiveEndpoint archive,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.market = market;
        this.clock = clock;
        this.shown = shown;
        this.hub = hub;
        this.requests = requests;
        this.archive = archive;
        this.metrics = metrics;
    }

    /** @throws IllegalArgumentException if the fault is about a symbol that there is none of */
    void happen(Fault fault) {
        long now = clock.now();
        boolean single = fault.symbol() != null;
        if (single && !market.symbols().contains(fault.symbol())) {
            throw new IllegalArgumentException("there is no symbol " + fault.symbol());
        }
        metrics.counter("exchange_faults", "kind", fault.kind().text()).increment();
        LOG.info("event=fault exchange_time={} {}", now, fault);
        switch (fault.kind().side()) {
            case REST, KLINES -> requests.add(fault);
            case CONNECTIONS -> toConnections(fault);
            case STREAMS -> hub.spoil(named(fault), now);
            case CLOCK -> shown.skew(fault.skew(), now + fault.millis());
            case MARKET -> toMarket(fault, now);
        }
    }

    /** Lets no request be hit any more by what has happened so far. */
    void spareRequests() {
        requests.clear();
    }

    private void toConnections(Fault fault) {
        switch (fault.kind()) {
            case DROP -> hub.dropAll();
            case HALF_OPEN -> hub.killAll();
            case WITHHOLD_PONGS -> hub.withholdPongs();
            default -> {
                Runnable close = hub.announceShutdown();
                vertx.setTimer(Math.max(1, fault.millis()), timer -> close.run());
            }
        }
    }

    private void toMarket(Fault fault, long now) {
        // What is open now is being told already; what comes after can still be changed.
        long from = Interval.ONE_MINUTE.end(now);
        switch (fault.kind()) {
            case OUTAGE -> market.outage(fault.symbol(), from, from + Interval.ONE_MINUTE.end(fault.millis() - 1));
            case LISTING -> market.list(named(fault).symbol(), from + fault.millis());
            case DELISTING -> market.delist(named(fault).symbol(), from + fault.millis());
            default -> archive.reissue(named(fault).symbol());
        }
    }

    private static Fault named(Fault fault) {
        if (fault.symbol() == null) {
            throw new IllegalArgumentException(fault.kind().text() + " needs a symbol");
        }
        return fault;
    }
}
