package io.cryptolambda.batch.view;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** The views of one symbol, computed from its whole log by the passes. */
public record FullViews(List<DaySummary> days, List<ViewCandle> candles, List<ViewBar> bars) {

    /** @param log of one symbol, in any order */
    public static FullViews of(List<LogCandle> log) {
        List<LogCandle> sorted = RandomLog.sorted(log);
        List<DaySummary> days = list(new DayPass(winners(sorted)));
        LaterDays laterDays = new LaterDays(
                SymbolPlan.of(Collections.emptyIterator(), days.iterator()).plans());
        return new FullViews(
                days,
                list(new FullPass<>(winners(sorted), FullCandles::new)),
                list(new FullPass<>(winners(sorted), () -> new FullBars(laterDays))));
    }

    static Iterator<Winner> winners(List<LogCandle> sorted) {
        return new WinnerFold(sorted.iterator());
    }

    /** The documents of all bars. */
    public List<EnrichedBar> enrichedBars() {
        return bars.stream().map(ViewBar::enriched).toList();
    }

    List<EnrichedCandle> enrichedCandles() {
        return candles.stream().map(ViewCandle::enriched).toList();
    }

    static <T> List<T> list(Iterator<T> items) {
        List<T> list = new ArrayList<>();
        items.forEachRemaining(list::add);
        return list;
    }
}
