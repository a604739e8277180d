package io.cryptolambda.batch.view;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.testing.Candles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded logs of one symbol, with everything that a log may do: gaps, duplicates, revisions, records out of order. */
public final class RandomLog {
    private RandomLog() {}

    /** A log in its own order. */
    public static List<LogCandle> of(long seed, String symbol, int candles) {
        Random random = new Random(seed);
        List<Candle> records = new ArrayList<>();
        List<Candle> walk = Candles.randomWalk(random, symbol, candles);
        walk.removeIf(candle -> random.nextInt(12) == 0);
        for (Candle candle : walk) {
            records.add(candle);
            switch (random.nextInt(20)) {
                case 0 -> records.add(candle);
                case 1 -> records.add(Candles.revised(random, candle));
                case 2 -> Collections.addAll(records, candle, Candles.revised(random, candle), candle);
                default -> {}
            }
        }
        for (int i = 0; i < records.size() / 20; i++) {
            Candle moved = records.remove(random.nextInt(records.size()));
            records.add(random.nextInt(records.size() + 1), moved);
        }
        return positioned(records, 3, random.nextInt(1000));
    }

    /** The records at consecutive offsets, every other offset belonging to another symbol. */
    public static List<LogCandle> positioned(List<Candle> records, int partition, long firstOffset) {
        List<LogCandle> log = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            long offset = firstOffset + 2L * i;
            LogPosition position =
                    new LogPosition(KnowledgePosition.of(1, offset), 1_700_000_000_000L + offset, partition);
            log.add(new LogCandle(records.get(i), position));
        }
        return log;
    }

    /** The log in the order in which passes read it. */
    public static List<LogCandle> sorted(List<LogCandle> log) {
        return log.stream()
                .sorted(Comparator.comparing(
                                (LogCandle record) -> record.candle().symbol())
                        .thenComparing(record -> record.candle().openTime())
                        .thenComparing(record -> record.position().asOf()))
                .toList();
    }
}
