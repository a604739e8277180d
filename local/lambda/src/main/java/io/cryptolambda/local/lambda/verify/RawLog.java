package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import io.cryptolambda.oracle.LoggedCandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;

/** The valid candles of the raw topic before the cut. What breaks the contract is passed over, as every stage does. */
final class RawLog {
    private final PartitionScan scan;
    private final Cut cut;
    // Records that expire from now on are missed with a clear error, not passed over.
    private final SortedMap<Integer, Long> beginnings = new TreeMap<>();

    RawLog(PartitionScan scan, Cut cut) {
        this.scan = scan;
        this.cut = cut;
        List<TopicPartition> partitions =
                cut.ends().keySet().stream().map(RawLog::partition).toList();
        scan.beginnings(partitions).forEach((partition, begin) -> beginnings.put(partition.partition(), begin));
    }

    /** Per partition the first offset that is still there: what was before it, only the master dataset has. */
    SortedMap<Integer, Long> beginnings() {
        return beginnings;
    }

    /** Number of records of each symbol in a partition. */
    SortedMap<String, Long> count(int partition) {
        SortedMap<String, Long> counts = new TreeMap<>();
        read(partition, (symbol, logged) -> counts.merge(symbol, 1L, Long::sum));
        return counts;
    }

    /** The candles of {@code symbols} in a partition, each symbol's in log order. */
    Map<String, List<LoggedCandle>> candles(int partition, Set<String> symbols) {
        Map<String, List<LoggedCandle>> candles = new TreeMap<>();
        read(partition, (symbol, logged) -> {
            if (symbols.contains(symbol)) {
                candles.computeIfAbsent(symbol, s -> new ArrayList<>()).add(logged);
            }
        });
        return candles;
    }

    private void read(int partition, BiConsumer<String, LoggedCandle> reader) {
        long end = cut.ends().get(partition);
        scan.read(partition(partition), beginnings.get(partition), end, record -> {
            if (RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok) {
                reader.accept(
                        ok.value().symbol(),
                        new LoggedCandle(ok.value(), cut.position(record.offset()), record.timestamp()));
            }
        });
    }

    private static TopicPartition partition(int partition) {
        return new TopicPartition(Topics.RAW, partition);
    }
}
