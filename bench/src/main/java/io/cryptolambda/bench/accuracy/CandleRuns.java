package io.cryptolambda.bench.accuracy;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The 1-minute candles of a folder of archive files, in runs of days that follow each other. */
final class CandleRuns {
    private CandleRuns() {}

    /**
     * Candles in open-time order.
     *
     * @param name symbol and days, for people
     */
    record Run(String name, List<Candle> candles) {}

    /**
     * All runs, by symbol.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if there is no 1-minute file, or a row is not valid
     */
    static List<Run> in(Path folder) throws IOException {
        Map<String, List<ArchiveFile>> bySymbol = new TreeMap<>();
        for (ArchiveFile file : ArchiveFile.find(folder)) {
            if (file.interval().equals("1m") && !file.month()) {
                bySymbol.computeIfAbsent(file.symbol(), symbol -> new ArrayList<>())
                        .add(file);
            }
        }
        if (bySymbol.isEmpty()) {
            throw new IllegalArgumentException("no file SYMBOL-1m-YYYY-MM-DD.zip under " + folder);
        }
        List<Run> runs = new ArrayList<>();
        for (List<ArchiveFile> files : bySymbol.values()) {
            int from = 0;
            for (int i = 1; i <= files.size(); i++) {
                if (i == files.size() || !follows(files.get(i - 1), files.get(i))) {
                    runs.add(run(files.subList(from, i)));
                    from = i;
                }
            }
        }
        return runs;
    }

    private static boolean follows(ArchiveFile day, ArchiveFile next) {
        LocalDate tomorrow = day.firstDay().plusDays(1);
        return next.firstDay().equals(tomorrow);
    }

    private static Run run(List<ArchiveFile> days) throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (ArchiveFile day : days) {
            candles.addAll(day.candles("binance"));
        }
        ArchiveFile first = days.get(0);
        return new Run(first.symbol() + " from " + first.firstDay() + ", " + days.size() + " days", candles);
    }
}
