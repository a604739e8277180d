package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;
import io.cryptolambda.local.exchange.clock.ShownClock;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.MarketView;
import io.cryptolambda.local.exchange.market.OpenCandle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Who listens to which stream, and what they are told. Used on the event loop only. */
public final class StreamHub {
    // By symbol in lower case, for symbols that there are.
    private final Map<String, Map<KlineInterval, Set<StreamConnection>>> listeners = new HashMap<>();
    private final Set<StreamConnection> connections = new LinkedHashSet<>();
    private final Map<String, String> lowerCase = new HashMap<>();
    private final StreamFaults faults = new StreamFaults();
    private final AlteredMarket market;
    private final ShownClock clock;
    private final Counter messages;
    private Runnable onChange = () -> {};

    public StreamHub(AlteredMarket market, ShownClock clock, MeterRegistry metrics) {
        this.market = market;
        this.clock = clock;
        market.symbols().forEach(symbol -> lowerCase.put(symbol, symbol.toLowerCase(Locale.ROOT)));
        messages = metrics.counter("exchange_stream_messages");
        metrics.gauge("exchange_stream_subscriptions", this, StreamHub::subscriptions);
        metrics.gauge("exchange_connections", connections, Set::size);
    }

    /** Spoils the events of one symbol. */
    public void spoil(Fault fault, long now) {
        faults.add(fault, now);
    }

    /** Breaks off every connection. */
    public void dropAll() {
        each(connection -> connection.wire().cut());
    }

    /** Every connection stays open and goes dumb. */
    public void killAll() {
        each(connection -> connection.wire().die());
        onChange.run();
    }

    /** No connection's pings are answered any more. */
    public void withholdPongs() {
        each(connection -> connection.wire().withholdPongs());
    }

    /**
     * Tells every connection that the server goes away.
     *
     * @return closes those connections
     */
    public Runnable announceShutdown() {
        Set<StreamConnection> told = Set.copyOf(connections);
        told.forEach(connection -> connection.announceShutdown(clock.shown()));
        return () -> told.forEach(StreamConnection::close);
    }

    /** Calls {@code action} whenever somebody begins or ends to listen, or has read what was waiting. */
    void onChange(Runnable action) {
        onChange = action;
    }

    void opened(StreamConnection connection) {
        connections.add(connection);
    }

    void closed(StreamConnection connection) {
        connections.remove(connection);
    }

    void subscribe(StreamConnection connection, String stream) {
        StreamName name = StreamName.parse(stream);
        if (name == null || !lowerCase.containsValue(name.symbol())) {
            return;
        }
        listeners
                .computeIfAbsent(name.symbol(), any -> new EnumMap<>(KlineInterval.class))
                .computeIfAbsent(name.interval(), any -> new LinkedHashSet<>())
                .add(connection);
        faults.subscribed(name.symbol());
        onChange.run();
    }

    void unsubscribe(StreamConnection connection, String stream) {
        StreamName name = StreamName.parse(stream);
        Map<KlineInterval, Set<StreamConnection>> ofSymbol = name == null ? null : listeners.get(name.symbol());
        if (ofSymbol == null) {
            return;
        }
        ofSymbol.getOrDefault(name.interval(), Set.of()).remove(connection);
        ofSymbol.values().removeIf(Set::isEmpty);
        if (ofSymbol.isEmpty()) {
            listeners.remove(name.symbol());
        }
        onChange.run();
    }

    void drained() {
        onChange.run();
    }

    /** Closes the connections that were opened before {@code time}, virtual. */
    void closeOpenedBefore(long time) {
        each(connection -> {
            if (connection.openedAt() < time) {
                connection.close();
            }
        });
    }

    /** Whether anybody listens to anything that there is. */
    boolean heard() {
        return !listeners.isEmpty();
    }

    /** Whether a listener has not yet read what it was sent. */
    boolean congested() {
        return connections.stream().anyMatch(StreamConnection::congested);
    }

    /** Real time in milliseconds from anywhere. */
    long realMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Tells everybody who listens to the symbol's streams. */
    void publish(TapeEvent event) {
        faults.told(event).forEach(this::tell);
    }

    private void tell(TapeEvent event) {
        String symbol = lowerCase.get(event.candle().symbol());
        for (Map.Entry<KlineInterval, Set<StreamConnection>> listening :
                listeners.getOrDefault(symbol, Map.of()).entrySet()) {
            KlineInterval interval = listening.getKey();
            String stream = new StreamName(symbol, interval).toString();
            for (KlineMessage message :
                    interval == KlineInterval.MINUTE ? List.of(minute(event)) : other(event, interval)) {
                List.copyOf(listening.getValue()).forEach(connection -> connection.send(stream, message));
                messages.increment(listening.getValue().size());
            }
        }
    }

    private KlineMessage minute(TapeEvent event) {
        Candle candle = event.closed() ? event.candle() : OpenCandle.at(event.candle(), event.time());
        KlineBar bar = new KlineBar(candle.openTime(), candle.closeTime(), candle.market());
        return message(event, KlineInterval.MINUTE, bar, event.closed());
    }

    // Of seconds, only the one that has just closed is told.
    private List<KlineMessage> other(TapeEvent event, KlineInterval interval) {
        long open = interval.openTime(Math.min(event.time() - 1, event.candle().closeTime()), 0);
        boolean closed = interval == KlineInterval.SECOND
                || event.closed() && interval.end(event.candle().openTime(), 0) <= event.time();
        return new MarketView(market, event.time())
                .bars(event.candle().symbol(), interval, 0, open, open, 1).stream()
                        .map(bar -> message(event, interval, bar, closed))
                        .toList();
    }

    private KlineMessage message(TapeEvent event, KlineInterval interval, KlineBar bar, boolean closed) {
        return new KlineMessage(event.time() + clock.skew(), event.candle().symbol(), interval, bar, closed);
    }

    private void each(Consumer<StreamConnection> action) {
        List.copyOf(connections).forEach(action);
    }

    private int subscriptions() {
        return listeners.values().stream()
                .flatMap(ofSymbol -> ofSymbol.values().stream())
                .mapToInt(Set::size)
                .sum();
    }

    /** The market this hub tells about. */
    Market market() {
        return market;
    }
}
