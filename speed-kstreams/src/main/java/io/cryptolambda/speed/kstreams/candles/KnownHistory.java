package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Features;
import io.cryptolambda.core.KnowledgePosition;

/**
 * How far back a symbol's candles are known: what {@code complete} rests on.
 *
 * @param stretchFrom start of the {@link LogStretch} that the symbol was last seen in
 * @param doubtUntil open time up to which (inclusive) candles may exist that are not held; {@link #NO_DOUBT} while all
 *     candles since the symbol's first are held
 */
public record KnownHistory(long stretchFrom, long doubtUntil) {
    /** Below every open time. */
    public static final long NO_DOUBT = -1;

    private static final long BEGINNING = KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, 0);

    /** Of a symbol that is seen for the first time, at {@code openTime}, in the stretch that starts at {@code from}. */
    public static KnownHistory ofNewSymbol(long from, long openTime) {
        return new KnownHistory(from, from == BEGINNING ? NO_DOUBT : Math.max(0, openTime - 1));
    }

    /** After a hole in the log: the symbol may have lost anything up to {@code newest}, and what came after it. */
    public KnownHistory resumedAt(long from, long newest) {
        return new KnownHistory(from, Math.max(doubtUntil, newest));
    }

    /** After the candle at {@code openTime} was passed by as late, or pruned. */
    public KnownHistory without(long openTime) {
        return new KnownHistory(stretchFrom, Math.max(doubtUntil, openTime));
    }

    /** Whether every candle is known that features of {@code lookback} candles, the oldest at {@code oldest}, depend on. */
    public boolean covers(int lookback, long oldest) {
        return doubtUntil == NO_DOUBT || (lookback == Features.LOOKBACK && oldest > doubtUntil);
    }
}
