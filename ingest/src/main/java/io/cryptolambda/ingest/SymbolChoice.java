package io.cryptolambda.ingest;

import io.cryptolambda.ingest.binance.BinanceRestClient;
import io.cryptolambda.ingest.binance.ExchangeSymbol;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which symbols to bring: those named, or the largest by quote volume. */
final class SymbolChoice {
    private static final Logger LOG = LoggerFactory.getLogger(SymbolChoice.class);
    private static final String QUOTE_ASSET = "USDT";

    private SymbolChoice() {}

    /**
     * @param named symbols to take; empty for the {@code top} largest USDT symbols that are traded
     * @throws UnknownSymbol for a name that the exchange does not have
     */
    static List<ExchangeSymbol> choose(BinanceRestClient exchange, List<String> named, int top)
            throws InterruptedException {
        List<ExchangeSymbol> all = exchange.symbols();
        return named.isEmpty() ? largest(exchange, all, top) : byName(all, named);
    }

    private static List<ExchangeSymbol> byName(List<ExchangeSymbol> all, List<String> named) {
        Map<String, ExchangeSymbol> known =
                all.stream().collect(Collectors.toMap(ExchangeSymbol::symbol, Function.identity()));
        return named.stream()
                .distinct()
                .map(name -> {
                    ExchangeSymbol symbol = known.get(name);
                    if (symbol == null) {
                        throw new UnknownSymbol(name);
                    }
                    if (!symbol.trading()) {
                        LOG.warn("event=not_trading symbol={} status={}", name, symbol.status());
                    }
                    return symbol;
                })
                .toList();
    }

    private static List<ExchangeSymbol> largest(BinanceRestClient exchange, List<ExchangeSymbol> all, int top)
            throws InterruptedException {
        List<ExchangeSymbol> traded = all.stream()
                .filter(symbol -> symbol.trading() && symbol.quoteAsset().equals(QUOTE_ASSET))
                .toList();
        if (traded.size() <= top) {
            return traded;
        }
        Map<String, Double> volumes = exchange.quoteVolumes();
        return traded.stream()
                .sorted(Comparator.comparingDouble(
                        (ExchangeSymbol symbol) -> -volumes.getOrDefault(symbol.symbol(), 0.0)))
                .limit(top)
                .toList();
    }
}
