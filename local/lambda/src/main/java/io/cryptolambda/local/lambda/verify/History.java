package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.oracle.LoggedCandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Utils;

/** All that is known of symbols: the raw topic, and before it and between its records the master dataset. */
final class History {
    private final RawLog log;
    private final MasterDataset master;
    private final Map<String, Long> masterCounts;
    private final int partitionCount;

    /**
     * @param master opened
     * @param partitionCount of the raw topic
     */
    History(RawLog log, MasterDataset master, int partitionCount) throws IOException {
        this.log = log;
        this.master = master;
        this.masterCounts = master.counts();
        this.partitionCount = partitionCount;
    }

    /** Number of records of each symbol that lives in a partition. */
    SortedMap<String, Long> count(int partition, Map<String, Integer> partitions) {
        SortedMap<String, Long> counts = new TreeMap<>(log.count(partition));
        Set<String> elsewhere = new TreeSet<>(partitions.keySet());
        elsewhere.addAll(masterCounts.keySet());
        elsewhere.forEach(symbol -> {
            // What is served without any record is compared with nothing; what is only in the master is missed.
            if (partitions.getOrDefault(symbol, partitionOf(symbol)) == partition) {
                counts.merge(symbol, masterCounts.getOrDefault(symbol, 0L), Long::sum);
            }
        });
        return counts;
    }

    /** The candles of {@code symbols} in a partition, each symbol's in the order of the log. */
    Map<String, List<LoggedCandle>> candles(int partition, Set<String> symbols) throws IOException {
        Map<String, List<LoggedCandle>> candles = log.candles(partition, symbols);
        for (String symbol : symbols) {
            List<LoggedCandle> before = master.candles(symbol);
            if (!before.isEmpty()) {
                candles.merge(symbol, before, (logged, older) -> merge(older, logged));
            }
        }
        return candles;
    }

    /** Where a producer puts a symbol. */
    private int partitionOf(String symbol) {
        return Utils.toPositive(Utils.murmur2(symbol.getBytes(StandardCharsets.UTF_8))) % partitionCount;
    }

    /** An imported row stands after the record of the log that has the same position. */
    static List<LoggedCandle> merge(List<LoggedCandle> master, List<LoggedCandle> log) {
        List<LoggedCandle> merged = new ArrayList<>(master.size() + log.size());
        int next = 0;
        for (LoggedCandle logged : log) {
            while (next < master.size() && master.get(next).position() < logged.position()) {
                merged.add(master.get(next++));
            }
            merged.add(logged);
        }
        merged.addAll(master.subList(next, master.size()));
        return merged;
    }
}
