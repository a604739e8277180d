package io.cryptolambda.batch.checking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.batch.checking.Difference.Kind;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a check has found. */
public final class CheckResult {
    private static final int DIFFERENCES_WRITTEN = 100;
    private static final int DIFFERENCES_KEPT = 10_000;
    private static final int UNREADABLE_WRITTEN = 20;

    private final Map<Interval, Long> equal = new EnumMap<>(Interval.class);
    private final Map<Interval, Map<Kind, Long>> unequal = new EnumMap<>(Interval.class);
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int files;

    CheckResult() {}

    void file() {
        files++;
    }

    void equal(Interval interval) {
        equal.merge(interval, 1L, Long::sum);
    }

    void add(Difference difference) {
        unequal.computeIfAbsent(difference.interval(), interval -> new EnumMap<>(Kind.class))
                .merge(difference.kind(), 1L, Long::sum);
        if (differences.size() < DIFFERENCES_KEPT) {
            differences.add(difference);
        }
    }

    void unreadable(String message) {
        unreadable.add(message);
    }

    /** Number of files of the exchange that were compared. */
    public int files() {
        return files;
    }

    /** Files that could not be compared, each with the reason. */
    public List<String> unreadable() {
        return unreadable;
    }

    /** Number of bars that are equal. */
    public long equal() {
        return equal.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of bars of a kind of difference. */
    public long count(Kind kind) {
        return Interval.ROLLED_UP.stream()
                .mapToLong(interval -> count(interval, kind))
                .sum();
    }

    /** The differences, of many the first: those in values before missing bars; by symbol, interval and time. */
    public List<Difference> differences() {
        differences.sort(Comparator.comparing(Difference::kind)
                .thenComparing(Difference::symbol)
                .thenComparing(Difference::interval)
                .thenComparing(Difference::openTime));
        return differences;
    }

    /** Whether something was compared, and no bar is different. */
    public boolean holds() {
        return equal() > 0 && count(Kind.DIFFERENT) == 0 && unreadable.isEmpty();
    }

    /** Counts, and the first of the differences with both rows. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("files", files).put("equal", equal());
        for (Kind kind : Kind.values()) {
            json.put(kind.text(), count(kind));
        }
        ObjectNode intervals = json.putObject("intervals");
        for (Interval interval : Interval.ROLLED_UP) {
            if (equal.containsKey(interval) || unequal.containsKey(interval)) {
                ObjectNode counts = intervals.putObject(interval.text()).put("equal", equal.getOrDefault(interval, 0L));
                for (Kind kind : Kind.values()) {
                    counts.put(kind.text(), count(interval, kind));
                }
            }
        }
        ArrayNode rows = json.putArray("differences");
        differences().stream().limit(DIFFERENCES_WRITTEN).forEach(difference -> rows.add(difference.json()));
        ArrayNode broken = json.putArray("unreadable");
        unreadable.stream().limit(UNREADABLE_WRITTEN).forEach(broken::add);
        return json;
    }

    private long count(Interval interval, Kind kind) {
        return unequal.getOrDefault(interval, Map.of()).getOrDefault(kind, 0L);
    }
}
