package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.master.ImportPosition;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.core.Interval;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Utils;

/** Where the rows of a symbol's files go: to the log from which open time on, and to which position before. */
final class Positions {
    private final SortedMap<Integer, Long> ends;
    private final Map<String, Long> newest;
    private final int generation;
    private final long behind;
    private final long now;

    /**
     * @param master has archived the log up to where the rows shall stand
     * @param horizon how far behind a symbol's newest candle the speed layer takes one
     * @param now epoch milliseconds UTC
     */
    Positions(MasterDataset.Snapshot master, int generation, Duration horizon, long now) {
        this.ends = master.endPositions(generation);
        this.newest = master.newestInLog();
        this.generation = generation;
        this.behind = horizon.toMillis() + Interval.ONE_DAY.millis();
        this.now = now;
    }

    /** The first open time whose rows go to the log; none of a symbol that the log does not know. */
    long logFrom(String symbol) {
        Long known = newest.get(symbol);
        return known == null ? Long.MAX_VALUE : known - behind;
    }

    /** The position of a file's rows: after the last record of the log that the master dataset knows. */
    ImportPosition of(String symbol, long sequence) {
        int partition = partition(symbol, ends.size());
        return new ImportPosition(generation, partition, ends.get(partition) - 1, now, sequence);
    }

    /** The partition that Kafka's producers choose for a key. */
    static int partition(String symbol, int partitions) {
        return Utils.toPositive(Utils.murmur2(symbol.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
