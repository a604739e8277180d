package io.cryptolambda.ingest;

import io.cryptolambda.ingest.binance.ExchangeSymbol;
import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import io.cryptolambda.ingest.binance.RequestRefused;
import io.cryptolambda.ingest.feed.ExchangeTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the symbols anew every hour of the exchange's clock, but not more often than it is run: new listings join, what
 * is not traded any more leaves. A failure leaves everything as it is until the next time. Used by one thread.
 */
final class SymbolRefresh implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SymbolRefresh.class);
    private static final long EVERY = 3_600_000L;

    private final Choice choice;
    private final ExchangeTime time;
    private final Joining join;
    private final Consumer<String> leave;
    private final Counter joined;
    private final Counter left;
    private final Set<String> current = ConcurrentHashMap.newKeySet();
    private long lastTime;

    /** Chooses, knowing what was chosen before. */
    interface Choice {
        List<ExchangeSymbol> choose(Set<String> current) throws InterruptedException;
    }

    /** Takes in symbols that are traded now. Called again with them if it fails. */
    interface Joining {
        void join(List<ExchangeSymbol> symbols) throws InterruptedException;
    }

    /** @param first what was chosen at the start */
    SymbolRefresh(
            Choice choice,
            List<ExchangeSymbol> first,
            ExchangeTime time,
            Joining join,
            Consumer<String> leave,
            MeterRegistry metrics) {
        this.choice = choice;
        this.time = time;
        this.join = join;
        this.leave = leave;
        this.joined = metrics.counter("ingest_symbols_joined");
        this.left = metrics.counter("ingest_symbols_left");
        metrics.gauge("ingest_symbols", current, Set::size);
        this.lastTime = time.newest();
        first.forEach(symbol -> current.add(symbol.symbol()));
    }

    @Override
    public void run() {
        if (time.newest() < lastTime + EVERY) {
            return;
        }
        try {
            refresh(choice.choose(current));
            lastTime = time.newest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExchangeUnavailable | RequestRefused | KafkaException | IllegalStateException e) {
            LOG.warn("event=symbols_not_refreshed reason=\"{}\"", e.getMessage());
        }
    }

    private void refresh(List<ExchangeSymbol> chosen) throws InterruptedException {
        Set<String> gone = new TreeSet<>(current);
        List<ExchangeSymbol> joining = new ArrayList<>();
        for (ExchangeSymbol symbol : chosen) {
            if (!gone.remove(symbol.symbol())) {
                joining.add(symbol);
            }
        }
        if (!joining.isEmpty()) {
            join.join(joining);
        }
        for (ExchangeSymbol symbol : joining) {
            joined.increment();
            LOG.info("event=symbol_joins symbol={}", symbol.symbol());
            current.add(symbol.symbol());
        }
        for (String symbol : gone) {
            left.increment();
            LOG.warn("event=symbol_leaves symbol={} reason=\"not traded any more\"", symbol);
            current.remove(symbol);
            leave.accept(symbol);
        }
    }
}
