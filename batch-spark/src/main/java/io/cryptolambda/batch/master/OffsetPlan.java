package io.cryptolambda.batch.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Decides what an archive run has to read: from where the master dataset ends to where the log ends, partition by
 * partition. Never skips a record silently.
 */
final class OffsetPlan {
    private OffsetPlan() {}

    /**
     * The stretches to read, those with nothing in them left out.
     *
     * @param stored next offset per partition that has rows of this generation in the master dataset; empty if there are
     *     none at all, and then the log's own beginning is where archiving begins
     * @param log the log now
     * @throws LogLostException naming the partition whose next records have expired, or whose log is shorter than what is
     *     stored
     */
    static List<OffsetRange> of(SortedMap<Integer, Long> stored, LogBounds log) {
        List<OffsetRange> plan = new ArrayList<>();
        for (Map.Entry<Integer, Long> partition : log.end().entrySet()) {
            int number = partition.getKey();
            long begin = log.begin().get(number);
            long end = partition.getValue();
            long from = stored.isEmpty() ? begin : stored.getOrDefault(number, 0L);
            if (begin > from) {
                throw new LogLostException("the log has lost records before they were archived: partition " + number
                        + " begins at offset " + begin + ", the master dataset needs " + from
                        + "; run archive more often than the topic's retention, and to go on from the log's"
                        + " beginning raise --generation everywhere");
            }
            if (end < from) {
                throw new LogLostException("the log is shorter than what was archived of it: partition " + number
                        + " ends at offset " + end + ", the master dataset already has " + from
                        + "; if the topic was made anew, raise --generation");
            }
            if (end > from) {
                plan.add(new OffsetRange(number, from, end));
            }
        }
        return plan;
    }

    /** {@code plan} as lists of about {@code length} offsets each, in order; what is left over has a list of its own. */
    static List<List<OffsetRange>> divided(List<OffsetRange> plan, long length) {
        List<List<OffsetRange>> lists = new ArrayList<>();
        List<OffsetRange> list = new ArrayList<>();
        long room = length;
        for (OffsetRange range : plan) {
            for (long from = range.from(); from < range.to(); ) {
                long to = Math.min(range.to(), from + room);
                list.add(new OffsetRange(range.partition(), from, to));
                room -= to - from;
                from = to;
                if (room == 0) {
                    lists.add(list);
                    list = new ArrayList<>();
                    room = length;
                }
            }
        }
        if (!list.isEmpty()) {
            lists.add(list);
        }
        return lists;
    }
}
