package io.cryptolambda.batch.view;

import io.cryptolambda.batch.view.DayPlan.Role;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Plans an incremental recompute of one symbol from its days: what has changed is computed anew, with everything whose
 * lookback reaches it, and enough before that to look back at.
 *
 * <p>Holds the symbol's days, a small row each, never its candles.
 */
public final class SymbolPlan {
    private final List<DaySummary> days;
    private final boolean[] touched;
    private final LogPosition[] laterDays;
    private final boolean[] closingsChanged;

    private SymbolPlan(TreeMap<Long, DaySummary> before, TreeMap<Long, DaySummary> touchedNow) {
        TreeMap<Long, DaySummary> now = new TreeMap<>(before);
        now.putAll(touchedNow);
        days = List.copyOf(now.values());
        touched = new boolean[days.size()];
        laterDays = new LogPosition[days.size()];
        closingsChanged = new boolean[days.size()];
        LogPosition later = null;
        LogPosition laterBefore = null;
        for (int i = days.size() - 1; i >= 0; i--) {
            DaySummary day = days.get(i);
            touched[i] = touchedNow.containsKey(day.day());
            laterDays[i] = later;
            closingsChanged[i] = day.holes() && !Objects.equals(later, laterBefore);
            later = day.firstSeen().orEarlier(later);
            if (before.containsKey(day.day())) {
                laterBefore = before.get(day.day()).firstSeen().orEarlier(laterBefore);
            }
        }
    }

    /**
     * Plans.
     *
     * @param before the symbol's days as the previous run knew them
     * @param touched its days that the master dataset has new records of, as they are now
     */
    public static SymbolPlan of(Iterator<DaySummary> before, Iterator<DaySummary> touched) {
        return new SymbolPlan(byDay(before), byDay(touched));
    }

    /** All days as they are now, in order. */
    public List<DaySummary> days() {
        return days;
    }

    private static TreeMap<Long, DaySummary> byDay(Iterator<DaySummary> days) {
        TreeMap<Long, DaySummary> byDay = new TreeMap<>();
        days.forEachRemaining(day -> byDay.put(day.day(), day));
        return byDay;
    }

    /** The days that have a part in the recompute, in order. */
    public List<DayPlan> plans() {
        Role[][] roles = new Role[Interval.values().length][];
        for (Interval interval : Interval.values()) {
            roles[interval.ordinal()] = roles(interval);
        }
        List<DayPlan> plans = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int day = i;
            List<Role> ofDay = Arrays.stream(roles).map(row -> row[day]).toList();
            if (ofDay.stream().anyMatch(role -> role != Role.LEAVE)) {
                DaySummary summary = days.get(i);
                plans.add(
                        new DayPlan(summary.symbol(), summary.day(), touched[i], summary.holes(), laterDays[i], ofDay));
            }
        }
        return plans;
    }

    private Role[] roles(Interval interval) {
        int reach = (interval == Interval.ONE_MINUTE ? Features.LOOKBACK : Indicators.LOOKBACK) - 1;
        Role[] roles = new Role[days.size()];
        Arrays.fill(roles, Role.LEAVE);
        int following = 0;
        for (int i = 0; i < roles.length; i++) {
            boolean changed = touched[i] || interval != Interval.ONE_MINUTE && closingsChanged[i];
            if (changed || following > 0) {
                roles[i] = Role.EMIT;
                following = changed ? reach : following - days.get(i).count(interval);
            }
        }
        int lookedBackAt = 0;
        for (int i = roles.length - 1; i >= 0; i--) {
            if (roles[i] == Role.EMIT) {
                lookedBackAt = reach;
            } else if (lookedBackAt > 0) {
                roles[i] = Role.PRIME;
                lookedBackAt -= days.get(i).count(interval);
            }
        }
        return roles;
    }
}
