package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.view.DayPlan;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.SymbolPlan;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run has found about the days of a symbol.
 *
 * @param symbol the exchange's symbol
 * @param plans what is to be done with which of them
 * @param newest newest open time, epoch milliseconds UTC
 * @param days number of days
 * @param candles number of candles
 * @param records number of valid records of the log
 * @param revisions how many of them changed a candle
 */
record SymbolDays(
        String symbol, List<DayPlan> plans, long newest, long days, long candles, long records, long revisions)
        implements Serializable {

    /** @param needed the plans to keep */
    static SymbolDays of(SymbolPlan plan, Predicate<DayPlan> needed) {
        List<DaySummary> days = plan.days();
        return new SymbolDays(
                days.get(0).symbol(),
                plan.plans().stream().filter(needed).toList(),
                days.get(days.size() - 1).newest(),
                days.size(),
                days.stream().mapToLong(DaySummary::candles).sum(),
                days.stream().mapToLong(DaySummary::records).sum(),
                days.stream().mapToLong(DaySummary::revisions).sum());
    }

    /** All plans of all symbols. */
    static List<DayPlan> plans(List<SymbolDays> symbols) {
        return symbols.stream().flatMap(symbol -> symbol.plans().stream()).toList();
    }
}
