package io.cryptolambda.batch.checking;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares one symbol's bars of one interval with the exchange's files of them. */
final class SeriesCheck {
    private final String symbol;
    private final Interval interval;
    private final TreeMap<Long, CheckedBar> ours;
    private final CheckResult result;

    /** @param ours by open time, epoch milliseconds UTC */
    SeriesCheck(String symbol, Interval interval, TreeMap<Long, CheckedBar> ours, CheckResult result) {
        this.symbol = symbol;
        this.interval = interval;
        this.ours = ours;
        this.result = result;
    }

    /** Compares the whole time that a file covers. */
    void against(ArchiveFile file, List<ArchiveRow> rows) {
        Set<Long> theirs = new HashSet<>();
        for (ArchiveRow row : rows) {
            theirs.add(row.openTime());
            CheckedBar bar = ours.get(row.openTime());
            if (bar != null && bar.market().equals(row.market())) {
                result.equal(interval);
            } else {
                result.add(new Difference(symbol, interval, row.openTime(), bar, row.market()));
            }
        }
        for (Map.Entry<Long, CheckedBar> bar :
                ours.subMap(file.start(), file.end()).entrySet()) {
            if (!theirs.contains(bar.getKey())) {
                result.add(new Difference(symbol, interval, bar.getKey(), bar.getValue(), null));
            }
        }
    }
}
