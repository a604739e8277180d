package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.feature.FeatureSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One symbol's candles within the horizon, and the {@value Features#LOOKBACK} before it, warm in memory over its store.
 *
 * <p>A record applied once more right after itself is a duplicate, and what is emitted depends on the log alone: built
 * anew from the store at any record, it goes on with the same results. Not safe for use by several threads.
 */
public final class SymbolCandles {
    /** Candles beyond what is needed that are waited for before they are forgotten together. */
    static final int PRUNE_STRIDE = 32;

    private final SymbolStore store;
    private final int partition;
    private final long horizonMillis;
    private final FeatureSeries series = new FeatureSeries();
    private KnownHistory history;

    /**
     * Reads what the store holds.
     *
     * @param partition the partition of the raw topic that the symbol lives in
     * @param horizon how far behind the symbol's newest candle one is still taken
     */
    public SymbolCandles(SymbolStore store, int partition, Duration horizon) {
        this.store = store;
        this.partition = partition;
        this.horizonMillis = horizon.toMillis();
        this.history = store.history();
        store.forEachCandle(held -> series.put(held.candle()));
    }

    /**
     * Takes the symbol's next record of the log.
     *
     * @param stretchFrom start of the {@link LogStretch} that the record is read in
     */
    public Applied apply(LoggedCandle arriving, long stretchFrom) {
        Candle candle = arriving.candle();
        follow(stretchFrom, candle.openTime());
        if (isLate(candle.openTime())) {
            remember(history.without(candle.openTime()));
            return new Applied(Outcome.LATE, List.of(late(arriving)));
        }
        LoggedCandle held = isNewest(candle.openTime()) ? null : store.candle(candle.openTime());
        if (held != null && held.candle().sameValues(candle)) {
            return new Applied(Outcome.DUPLICATE, List.of());
        }
        store.put(arriving);
        int index = series.put(candle);
        List<EnrichedCandle> emissions = changedSince(index, arriving);
        prune();
        return new Applied(held == null ? Outcome.NEW : Outcome.REVISED, emissions);
    }

    private void follow(long stretchFrom, long openTime) {
        if (history == null) {
            remember(KnownHistory.ofNewSymbol(stretchFrom, openTime));
        } else if (history.stretchFrom() != stretchFrom) {
            remember(history.resumedAt(stretchFrom, newest()));
        }
    }

    private boolean isLate(long openTime) {
        return series.size() > 0 && openTime < newest() - horizonMillis;
    }

    private boolean isNewest(long openTime) {
        return series.size() == 0 || openTime > newest();
    }

    private long newest() {
        return series.openTime(series.size() - 1);
    }

    private EnrichedCandle late(LoggedCandle arriving) {
        return new EnrichedCandle(
                arriving.candle(),
                null,
                arriving.position(),
                arriving.position(),
                arriving.appendTime(),
                partition,
                false,
                true);
    }

    /** The candle at {@code index} and every later one whose lookback it is in. */
    private List<EnrichedCandle> changedSince(int index, LoggedCandle arriving) {
        int end = Math.min(series.size(), index + Features.LOOKBACK);
        List<EnrichedCandle> changed = new ArrayList<>(end - index);
        changed.add(enriched(index, arriving, arriving));
        for (int later = index + 1; later < end; later++) {
            changed.add(enriched(later, held(series.openTime(later)), arriving));
        }
        return changed;
    }

    // The arriving record is the newest of the partition, and so the newest of every lookback that it is in.
    private EnrichedCandle enriched(int index, LoggedCandle own, LoggedCandle arriving) {
        Features features = series.featuresAt(index);
        long oldest = series.openTime(index - features.lookback() + 1);
        return new EnrichedCandle(
                own.candle(),
                features,
                own.position(),
                arriving.position(),
                arriving.appendTime(),
                partition,
                history.covers(features.lookback(), oldest),
                false);
    }

    private LoggedCandle held(long openTime) {
        LoggedCandle held = store.candle(openTime);
        if (held == null) {
            throw new IllegalStateException("the store lacks the candle of " + openTime + " that is held in memory");
        }
        return held;
    }

    private void prune() {
        int excess = series.countBefore(newest() - horizonMillis) - Features.LOOKBACK;
        if (excess < PRUNE_STRIDE) {
            return;
        }
        remember(history.without(series.openTime(excess - 1)));
        for (int i = 0; i < excess; i++) {
            store.forget(series.openTime(i));
        }
        series.dropOldest(excess);
    }

    private void remember(KnownHistory changed) {
        if (!changed.equals(history)) {
            history = changed;
            store.put(changed);
        }
    }
}
