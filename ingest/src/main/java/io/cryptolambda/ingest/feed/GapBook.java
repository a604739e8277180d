package io.cryptolambda.ingest.feed;

import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Interval;
import io.cryptolambda.ingest.binance.Kline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The exchange's gaps and when to ask for them again: an hour and a day after they were found, for exchanges fill their
 * history later; then they are left. Used by one thread.
 */
public final class GapBook {
    private static final long MINUTE = Interval.ONE_MINUTE.millis();
    private static final long[] AGAIN_AFTER = {3_600_000L, 24 * 3_600_000L};

    private static final long POSTPONED = 600_000L;

    private final Map<String, Gap> open = new LinkedHashMap<>();
    private final Set<String> asking = new HashSet<>();
    private final Map<String, Long> notBefore = new HashMap<>();

    /** @param known what the ledger has already */
    public GapBook(Collection<Gap> known) {
        known.forEach(this::add);
    }

    /** A new or newly asked entry. */
    void add(Gap gap) {
        asking.remove(gap.key());
        if (gap.asked() <= AGAIN_AFTER.length) {
            open.put(gap.key(), gap);
        } else {
            remove(gap.key());
        }
    }

    /** An entry was taken back. */
    void remove(String key) {
        open.remove(key);
        asking.remove(key);
        notBefore.remove(key);
    }

    /** There was no answer at the exchange's time {@code now}: it is due again a little later. */
    void notAnswered(Gap gap, long now) {
        asking.remove(gap.key());
        notBefore.put(gap.key(), now + POSTPONED);
    }

    /** Entries to ask for at the exchange's time {@code now}, at most {@code most} at a time; they count as being asked. */
    List<Gap> due(long now, int most) {
        List<Gap> due = new ArrayList<>();
        for (Gap gap : open.values()) {
            boolean time = now
                    >= Math.max(
                            gap.foundAt() + AGAIN_AFTER[gap.asked() - 1],
                            notBefore.getOrDefault(gap.key(), Long.MIN_VALUE));
            if (time && !asking.contains(gap.key()) && asking.size() < most) {
                asking.add(gap.key());
                due.add(gap);
            }
        }
        return due;
    }

    /**
     * What is left of {@code gap} when the exchange gave {@code found} at {@code askedAt}.
     *
     * @return entries, in order, with the same cause and time of finding
     */
    static List<Gap> rest(Gap gap, Collection<Kline> found, long askedAt) {
        TreeSet<Long> there = new TreeSet<>();
        found.forEach(kline -> there.add(kline.openTime()));
        List<Gap> rest = new ArrayList<>();
        long from = gap.from();
        while (from < gap.to()) {
            Long next = there.ceiling(from);
            long to = next == null || next >= gap.to() ? gap.to() : next;
            if (to > from) {
                rest.add(new Gap(
                        gap.exchange(), gap.symbol(), from, to, gap.cause(), gap.foundAt(), askedAt, gap.asked() + 1));
            }
            from = to + MINUTE;
        }
        return rest;
    }
}
