package io.cryptolambda.batch.recompute;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Real candles as a log that has seen everything: a day with an outage, a month boundary with a long gap, a symbol
 * that starts later; and, seeded, duplicates, revisions, lost candles, and candles that come late by minutes or by days.
 */
final class RealLog {
    private static final List<String> DAYS = List.of("2023-03-24", "2024-01-01", "2024-01-02");

    private RealLog() {}

    static List<Candle> of(long seed) throws IOException {
        Random random = new Random(seed);
        List<Candle> candles = new ArrayList<>();
        for (String day : DAYS) {
            candles.addAll(day("BTCUSDT", day));
            candles.addAll(day("ETHUSDT", day));
            if (day.compareTo("2024-01-02") >= 0) {
                candles.addAll(day("SOLUSDT", day));
            }
        }
        candles.sort(Comparator.comparingLong(Candle::openTime).thenComparing(Candle::symbol));
        List<Candle> log = new ArrayList<>(candles);
        for (int i = 0; i < 80; i++) {
            int at = random.nextInt(log.size());
            Candle candle = log.get(at);
            switch (random.nextInt(5)) {
                case 0 -> log.add(random.nextInt(at, log.size()), candle);
                case 1 -> log.add(random.nextInt(at, log.size()), Candles.revised(random, candle));
                case 2 -> log.add(random.nextInt(at, log.size()), log.remove(at));
                case 3 -> log.add(Math.min(log.size() - 1, at + random.nextInt(300)), log.remove(at));
                default -> log.remove(at);
            }
        }
        return log;
    }

    private static List<Candle> day(String symbol, String day) throws IOException {
        return ArchiveFile.of(RealData.dailyZip(symbol, "1m", day))
                .orElseThrow()
                .candles("binance");
    }
}
