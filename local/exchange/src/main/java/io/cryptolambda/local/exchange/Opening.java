package io.cryptolambda.local.exchange;

import io.cryptolambda.core.Interval;
import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The market to open and the virtual time to open it at: where it was left if the state directory knows it, otherwise the
 * beginning of its streamed part.
 */
public record Opening(Market market, long start) {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** @param wallClock anchors a made-up market that is opened for the first time */
    static Opening of(ExchangeOptions options, Optional<ClockFile.State> saved, InstantSource wallClock)
            throws IOException {
        Market market = options.replay != null
                ? ReplayMarket.open(options.replay, options.from, options.to, options.market.symbols)
                : madeUp(options, saved, wallClock);
        long start = saved.filter(state -> state.market().equals(market.identity()))
                .map(state -> Math.max(state.now(), market.streamFrom()))
                .orElse(market.streamFrom());
        if (saved.isPresent() && !saved.get().market().equals(market.identity())) {
            LOG.warn(
                    "event=other_market saved=\"{}\" opened=\"{}\"", saved.get().market(), market.identity());
        }
        return new Opening(market, start);
    }

    private static Market madeUp(ExchangeOptions options, Optional<ClockFile.State> saved, InstantSource wallClock) {
        long firstStart = Interval.ONE_MINUTE.openTime(wallClock.millis());
        RandomMarket fresh = madeUp(options, firstStart);
        return saved.filter(state -> state.market().equals(fresh.identity()))
                .map(state -> madeUp(options, state.streamFrom()))
                .orElse(fresh);
    }

    private static RandomMarket madeUp(ExchangeOptions options, long streamFrom) {
        return options.market.madeUp(streamFrom, options.history);
    }
}
