package io.cryptolambda.batch.view;

import io.cryptolambda.batch.view.DayPlan.Role;
import io.cryptolambda.batch.view.Update.Before;
import io.cryptolambda.core.Interval;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The views of one symbol, brought up to date by the passes each time its log has grown, as the job does it. */
final class IncrementalViews {
    private final TreeMap<Long, DaySummary> days = new TreeMap<>();
    private final TreeMap<Long, ViewCandle> candles = new TreeMap<>();
    private final Map<Interval, TreeMap<Long, ViewBar>> bars = new HashMap<>();
    private int recomputed;

    IncrementalViews() {
        Interval.ROLLED_UP.forEach(interval -> bars.put(interval, new TreeMap<>()));
    }

    /** Takes the whole log, of which the last {@code appended} records are new. */
    void update(List<LogCandle> log, int appended) {
        Set<Long> touched = log.subList(log.size() - appended, log.size()).stream()
                .map(record -> day(record.candle().openTime()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<LogCandle> records = RandomLog.sorted(log.stream()
                .filter(record -> touched.contains(day(record.candle().openTime())))
                .toList());
        List<DaySummary> now = FullViews.list(new DayPass(FullViews.winners(records)));
        List<DayPlan> plans =
                SymbolPlan.of(days.values().iterator(), now.iterator()).plans();
        LaterDays laterDays = new LaterDays(plans);

        List<ViewCandle> changed = FullViews.list(new Update<>(
                new FeaturePass(), before(plans, Interval.ONE_MINUTE, candles), FullViews.winners(records)));
        changed.forEach(candle -> candles.put(candle.enriched().candle().openTime(), candle));
        List<RolledBar> rolled =
                FullViews.list(new FullPass<>(FullViews.winners(records), () -> new RolledDays(laterDays)));
        for (Interval interval : Interval.ROLLED_UP) {
            Iterator<RolledBar> ofInterval = rolled.stream()
                    .filter(bar -> bar.bar().interval() == interval)
                    .iterator();
            new Update<>(new IndicatorPass(), before(plans, interval, bars.get(interval)), ofInterval)
                    .forEachRemaining(
                            bar -> bars.get(interval).put(bar.rolled().bar().openTime(), bar));
        }
        now.forEach(day -> days.put(day.day(), day));
        recomputed = changed.size();
    }

    /** Number of candles that the last update changed. */
    int recomputed() {
        return recomputed;
    }

    List<DaySummary> days() {
        return List.copyOf(days.values());
    }

    List<ViewCandle> candles() {
        return List.copyOf(candles.values());
    }

    List<ViewBar> bars(Interval interval) {
        return List.copyOf(bars.get(interval).values());
    }

    private static <V> Iterator<Before<V>> before(List<DayPlan> plans, Interval interval, TreeMap<Long, V> rows) {
        return plans.stream()
                .filter(plan -> plan.role(interval) != Role.LEAVE)
                .flatMap(plan -> rows.subMap(plan.day(), plan.day() + DaySummary.MILLIS).values().stream()
                        .map(row -> new Before<>(row, plan.role(interval), plan.touched(), plan.laterDays())))
                .iterator();
    }

    private static long day(long openTime) {
        return Interval.ONE_DAY.openTime(openTime);
    }
}
