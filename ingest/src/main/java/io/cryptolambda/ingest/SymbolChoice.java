package io.cryptolambda.ingest;

import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.ExchangeSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which symbols to bring: those named, the largest by quote volume, or all; of them only what is traded and falls to this
 * shard.
 */
final class SymbolChoice {
    private static final Logger LOG = LoggerFactory.getLogger(SymbolChoice.class);
    private static final String ANY = "any";

    private final BinanceRestClient exchange;
    private final Shard shard;
    private final List<String> named;
    private final int top;
    private final String quote;

    /**
     * @param shard whose share of the exchange's symbols to choose from
     * @param named symbols to take; empty to choose by the other two
     * @param top how many of the largest; 0 for all
     * @param quote their quote asset; {@code any} for every one
     */
    SymbolChoice(BinanceRestClient exchange, Shard shard, List<String> named, int top, String quote) {
        this.exchange = exchange;
        this.shard = shard;
        this.named = List.copyOf(named);
        this.top = top;
        this.quote = quote;
    }

    /**
     * Asks the exchange.
     *
     * @param current symbols chosen before: those that are still traded keep their places among the largest
     * @throws UnknownSymbol for a name that the exchange does not have, if nothing was chosen before
     */
    List<ExchangeSymbol> choose(Set<String> current) throws InterruptedException {
        List<ExchangeSymbol> all = exchange.symbols();
        return named.isEmpty() ? largest(all, current) : byName(all, current.isEmpty());
    }

    private List<ExchangeSymbol> byName(List<ExchangeSymbol> all, boolean first) {
        Map<String, ExchangeSymbol> known =
                all.stream().collect(Collectors.toMap(ExchangeSymbol::symbol, Function.identity(), (a, b) -> a));
        List<ExchangeSymbol> chosen = new ArrayList<>();
        for (String name : Set.copyOf(named)) {
            ExchangeSymbol symbol = known.get(name);
            if (symbol == null && first) {
                throw new UnknownSymbol(name);
            }
            if (symbol != null && symbol.trading() && shard.has(name)) {
                chosen.add(symbol);
            } else if (first && !symbol.trading()) {
                LOG.warn("event=not_trading symbol={} status={}", name, symbol.status());
            }
        }
        chosen.sort(Comparator.comparingInt(symbol -> named.indexOf(symbol.symbol())));
        return chosen;
    }

    private List<ExchangeSymbol> largest(List<ExchangeSymbol> all, Set<String> current) throws InterruptedException {
        List<ExchangeSymbol> traded = all.stream()
                .filter(symbol -> symbol.trading()
                        && shard.has(symbol.symbol())
                        && (quote.equals(ANY) || symbol.quoteAsset().equals(quote)))
                .toList();
        if (top <= 0 || traded.size() <= top) {
            return traded;
        }
        long kept = traded.stream()
                .filter(symbol -> current.contains(symbol.symbol()))
                .count();
        Map<String, Double> volumes = kept >= top ? Map.of() : exchange.quoteVolumes();
        return traded.stream()
                .sorted(Comparator.comparing((ExchangeSymbol symbol) -> !current.contains(symbol.symbol()))
                        .thenComparingDouble(symbol -> -volumes.getOrDefault(symbol.symbol(), 0.0)))
                .limit(top)
                .toList();
    }
}
