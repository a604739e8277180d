package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.row.Days;
import io.cryptolambda.batch.view.DayPlan;
import io.cryptolambda.batch.view.DayPlan.Role;
import io.cryptolambda.batch.view.DaySummary;
import io.cryptolambda.batch.view.Update.Before;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an incremental recompute has to do with which days, as every task needs to know it. */
final class PlannedDays implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, HashMap<Long, DayPlan>> bySymbol = new HashMap<>();

    PlannedDays(Collection<DayPlan> plans) {
        plans.forEach(plan -> bySymbol.computeIfAbsent(plan.symbol(), symbol -> new HashMap<>())
                .put(plan.day(), plan));
    }

    /** Whether an element of an interval has a part in it. */
    boolean takes(String symbol, Interval interval, long openTime) {
        DayPlan plan = of(symbol, openTime);
        return plan != null && plan.role(interval) != Role.LEAVE;
    }

    /** An element that {@link #takes} told of, with its day's part. */
    <V> Before<V> with(V row, String symbol, Interval interval, long openTime) {
        DayPlan plan = of(symbol, openTime);
        return new Before<>(row, plan.role(interval), plan.touched(), plan.laterDays());
    }

    /** The dates, as {@code 2024-01-15}, whose candles have a part in it. */
    Set<String> dates() {
        return days(Interval.ONE_MINUTE).map(Days::date).collect(Collectors.toSet());
    }

    /** The months, as {@code 2024-01}, whose bars of an interval have a part in it. */
    Set<String> months(Interval interval) {
        return days(interval).map(Indices::month).collect(Collectors.toSet());
    }

    private Stream<Long> days(Interval interval) {
        return bySymbol.values().stream()
                .flatMap(plans -> plans.values().stream())
                .filter(plan -> plan.role(interval) != Role.LEAVE)
                .map(DayPlan::day)
                .distinct();
    }

    private DayPlan of(String symbol, long openTime) {
        HashMap<Long, DayPlan> plans = bySymbol.get(symbol);
        return plans == null ? null : plans.get(openTime - openTime % DaySummary.MILLIS);
    }
}
