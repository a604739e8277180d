package io.cryptolambda.speed.flink.bars;

import java.util.List;

/**
 * What changes with every candle of a symbol, in one small value.
 *
 * @param asOf knowledge position of the last record read; 0 before the first
 * @param knownFrom every record of the symbol from this position on was applied; 0 if that is all there ever were, {@link
 *     #NOTHING_KNOWN} before the first
 * @param foundation the batch run whose seeds stand in for the records before
 * @param lines one for each rolled-up interval, finest first; empty before the first bar
 */
public record SymbolHead(long asOf, long knownFrom, Foundation foundation, List<LineHead> lines) {
    /** Above every position. */
    public static final long NOTHING_KNOWN = Long.MAX_VALUE;

    /** Of a symbol that nothing is known of. */
    public static final SymbolHead EMPTY = new SymbolHead(0, NOTHING_KNOWN, Foundation.NONE, List.of());

    public SymbolHead {
        lines = List.copyOf(lines);
    }

    boolean hasRead() {
        return asOf > 0;
    }

    /** Whether every record is known, by its own reading or by batch. */
    boolean intact() {
        return foundation.k() >= knownFrom;
    }

    boolean hasBars() {
        return !lines.isEmpty();
    }

    /** After a record was passed by: only what comes after it is known again. */
    SymbolHead doubting(AsOf passedBy) {
        return knownFrom == NOTHING_KNOWN
                ? this
                : new SymbolHead(asOf, Math.max(knownFrom, passedBy.position() + 1), foundation, lines);
    }
}
