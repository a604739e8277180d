package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.MarketValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** R1 for one symbol: every candle that the exchange closed is in the log as the exchange has it, and in both views. */
final class Completeness {
    private Completeness() {}

    /**
     * @param closed what the exchange says it has closed, by open time
     * @param batch open times in the batch view, which is made of the master dataset alone
     * @param merged open times in the merged view
     * @param found told what is missing where
     */
    static void check(
            String symbol,
            Map<Long, MarketValues> closed,
            Log log,
            Set<Long> batch,
            Set<Long> merged,
            Consumer<String> found) {
        if (closed.isEmpty()) {
            found.accept("the exchange says that it closed no candle of " + symbol);
        }
        Map<Long, Set<MarketValues>> logged = log.candles().getOrDefault(symbol, List.of()).stream()
                .collect(Collectors.groupingBy(
                        record -> record.candle().openTime(),
                        Collectors.mapping(record -> record.candle().market(), Collectors.toSet())));
        closed.forEach((openTime, values) -> {
            String candle = symbol + " " + openTime;
            if (!logged.getOrDefault(openTime, Set.of()).contains(values)) {
                found.accept(candle + " is not in the log as the exchange has it");
            }
            if (!batch.contains(openTime)) {
                found.accept(candle + " is not in the batch view, and so not in the master dataset");
            }
            if (!merged.contains(openTime)) {
                found.accept(candle + " is not in the merged view");
            }
        });
    }
}
