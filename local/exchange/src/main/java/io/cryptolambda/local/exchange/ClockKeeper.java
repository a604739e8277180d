package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.Market;
import java.io.IOException;

/** Writes the clock down. Saving again without a change does nothing. */
final class ClockKeeper {
    private final ClockFile file;
    private final Market market;
    private final VirtualClock clock;
    private long written = Long.MIN_VALUE;

    ClockKeeper(ClockFile file, Market market, VirtualClock clock) {
        this.file = file;
        this.market = market;
        this.clock = clock;
    }

    synchronized Void save() throws IOException {
        long now = clock.now();
        if (now != written) {
            file.write(new ClockFile.State(market.identity(), market.streamFrom(), now));
            written = now;
        }
        return null;
    }
}
