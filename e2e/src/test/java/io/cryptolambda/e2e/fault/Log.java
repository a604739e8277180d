package io.cryptolambda.e2e.fault;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import io.cryptolambda.oracle.LoggedCandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The raw topic as it lies there, and what the contract says must become of each of its records.
 *
 * @param fates per partition the fate of each offset
 * @param candles per symbol the valid records in log order
 * @param partitions of the symbols
 */
record Log(Map<Integer, List<Fate>> fates, Map<String, List<LoggedCandle>> candles, Map<String, Integer> partitions) {
    private static final long HORIZON = Duration.ofHours(24).toMillis();

    /** What the speed layer must do with a record. */
    enum Fate {
        DEAD_LETTER,
        LATE,
        DUPLICATE,
        TAKEN
    }

    static Log read(Records records) {
        Map<Integer, List<Fate>> fates = new HashMap<>();
        Map<String, List<LoggedCandle>> candles = new TreeMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        Map<String, Map<Long, Candle>> taken = new HashMap<>();
        Map<String, Long> newest = new HashMap<>();
        records.read(Topics.RAW, record -> {
            List<Fate> fate = fates.computeIfAbsent(record.partition(), partition -> new ArrayList<>());
            if (fate.size() != record.offset()) {
                throw new IllegalStateException("the log has a hole before offset " + record.offset());
            }
            if (RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok) {
                Candle candle = ok.value();
                partitions.put(candle.symbol(), record.partition());
                candles.computeIfAbsent(candle.symbol(), symbol -> new ArrayList<>())
                        .add(new LoggedCandle(
                                candle,
                                KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, record.offset()),
                                record.timestamp()));
                long youngest = newest.merge(candle.symbol(), candle.openTime(), Math::max);
                Map<Long, Candle> known = taken.computeIfAbsent(candle.symbol(), symbol -> new HashMap<>());
                fate.add(fate(candle, youngest, known));
            } else {
                fate.add(Fate.DEAD_LETTER);
            }
        });
        return new Log(fates, candles, partitions);
    }

    private static Fate fate(Candle candle, long newest, Map<Long, Candle> known) {
        if (candle.openTime() < newest - HORIZON) {
            return Fate.LATE;
        }
        Candle before = known.put(candle.openTime(), candle);
        return before != null && before.sameValues(candle) ? Fate.DUPLICATE : Fate.TAKEN;
    }

    /** Number of records. */
    long size() {
        return fates.values().stream().mapToLong(List::size).sum();
    }

    /** Number of records with this fate. */
    long count(Fate fate) {
        return fates.values().stream()
                .flatMap(List::stream)
                .filter(fate::equals)
                .count();
    }
}
