package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import java.util.List;

/**
 * What changes with every candle of a symbol, in one small value.
 *
 * @param asOf knowledge position of the last record applied
 * @param complete whether the log was read from the symbol's first candle on, and no late candle passed by since
 * @param newest the newest bar of each rolled-up interval, finest first
 */
public record SymbolHead(long asOf, boolean complete, List<Bar> newest) {
    public SymbolHead {
        newest = List.copyOf(newest);
    }

    /** Open time of the symbol's newest candle, epoch milliseconds UTC. */
    public long newestOpenTime() {
        return newest.get(0).lastMinute();
    }

    SymbolHead incomplete() {
        return new SymbolHead(asOf, false, newest);
    }
}
