package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.market.RandomMarket;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Which symbols are traded, and in which made-up market. */
final class MarketOptions {
    @Option(names = "--symbols", split = ",", description = "symbols to trade (default: all there are)")
    List<String> symbols = List.of();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "seed of the made-up market (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--symbol-count",
            defaultValue = "20",
            description = "how many symbols the made-up market has, if none are named, up to 2000"
                    + " (default: ${DEFAULT-VALUE})")
    private int symbolCount;

    /**
     * The made-up market.
     *
     * @param streamFrom where its history ends, epoch milliseconds UTC, on a whole minute
     * @param history how much history there is before that
     * @throws IllegalArgumentException for a symbol it does not have
     */
    RandomMarket madeUp(long streamFrom, Duration history) {
        return new RandomMarket(seed, streamFrom, history, symbolCount, symbols);
    }
}
