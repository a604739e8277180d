package io.cryptolambda.local.exchange.stream;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.fault.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spoils the events of single symbols on their way to the listeners. Used on the event loop only. */
final class StreamFaults {
    private final Map<String, Long> silentUntil = new HashMap<>();
    private final Map<String, List<FaultKind>> closings = new HashMap<>();
    private final Map<String, TapeEvent> heldBack = new HashMap<>();

    /** @param now virtual time */
    void add(Fault fault, long now) {
        if (fault.kind() == FaultKind.SILENCE) {
            silentUntil.put(fault.symbol(), now + fault.millis());
            return;
        }
        List<FaultKind> waiting = closings.computeIfAbsent(fault.symbol(), any -> new ArrayList<>());
        for (int i = 0; i < fault.count(); i++) {
            waiting.add(fault.kind());
        }
    }

    /** Somebody subscribed to the symbol anew: it speaks again. */
    void subscribed(String symbol) {
        silentUntil.remove(symbol);
    }

    /** What is told in place of {@code event}. */
    List<TapeEvent> told(TapeEvent event) {
        String symbol = event.candle().symbol();
        if (silentUntil.getOrDefault(symbol, Long.MIN_VALUE) > event.time()) {
            return List.of();
        }
        TapeEvent held = event.closed() ? heldBack.remove(symbol) : null;
        if (held != null) {
            return List.of(event, held);
        }
        List<FaultKind> waiting = closings.get(symbol);
        if (!event.closed() || waiting == null || waiting.isEmpty()) {
            return List.of(event);
        }
        return switch (waiting.remove(0)) {
            case MISSING_CLOSE -> List.of();
            case DUPLICATE -> List.of(event, event);
            case REVISED -> List.of(new TapeEvent(event.time(), wrong(event.candle()), true), event);
            default -> {
                heldBack.put(symbol, event);
                yield List.of();
            }
        };
    }

    private static Candle wrong(Candle candle) {
        MarketValues right = candle.market();
        MarketValues oneTradeMore = new MarketValues(
                right.open(),
                right.high(),
                right.low(),
                right.close(),
                right.volume(),
                right.quoteVolume(),
                right.trades() + 1,
                right.takerBuyVolume(),
                right.takerBuyQuoteVolume());
        return new Candle(
                candle.exchange(),
                candle.symbol(),
                candle.pair(),
                candle.openTime(),
                candle.closeTime(),
                oneTradeMore,
                candle.source(),
                candle.ingestedAt());
    }
}
