package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.core.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Figures about a run's views.
 *
 * @param candles candles that stand
 * @param records records of the log that keep the contract
 * @param revisions how many of them changed a candle
 * @param newest newest open time of any symbol, epoch milliseconds UTC: the exchange's clock; 0 if there is none
 */
record ViewFigures(long candles, long records, long revisions, long newest) {

    /** Sums up the symbols. */
    static ViewFigures of(List<SymbolDays> symbols) {
        return new ViewFigures(
                symbols.stream().mapToLong(SymbolDays::candles).sum(),
                symbols.stream().mapToLong(SymbolDays::records).sum(),
                symbols.stream().mapToLong(SymbolDays::revisions).sum(),
                symbols.stream().mapToLong(SymbolDays::newest).max().orElse(0));
    }

    /** What became of the records of the log, of which {@code rejected} break the contract. */
    RunTotals totals(long rejected) {
        return new RunTotals(records + rejected, candles, records - candles - revisions, revisions, rejected);
    }

    /**
     * Time boundary per interval: the exclusive end, epoch milliseconds UTC, of the last bar that is closed, of whichever
     * symbol reaches furthest (one that was delisted must not hold the boundary back). A closed bar never opens again, so
     * of an update only what has changed need be looked at.
     *
     * @param parts all rows, or those that have changed
     * @param before the boundary that they may have moved
     */
    static Map<Interval, Long> boundary(List<ChangedPart> parts, Map<Interval, Long> before) {
        Map<Interval, Long> boundary = new EnumMap<>(Interval.class);
        boundary.putAll(before);
        for (ChangedPart part : parts) {
            Interval interval = part.key().interval();
            part.newestClosed().ifPresent(newest -> boundary.merge(interval, interval.end(newest), Math::max));
        }
        return boundary;
    }

    /** Number of documents per interval. */
    static Map<Interval, Long> byInterval(Map<IndexKey, Long> documents) {
        Map<Interval, Long> sums = new EnumMap<>(Interval.class);
        documents.forEach((key, number) -> sums.merge(key.interval(), number, Long::sum));
        return sums;
    }
}
