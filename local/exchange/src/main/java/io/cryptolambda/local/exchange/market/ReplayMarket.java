package io.cryptolambda.local.exchange.market;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Plays daily 1-minute archive files. The first day found is history, the following ones are streamed; days without a
 * file do not exist.
 */
public final class ReplayMarket implements Market {
    private final NavigableMap<Long, Map<String, ArchiveFile>> files = new TreeMap<>();
    private final List<String> symbols;
    private final DayCache cache = new DayCache(this::load);
    private final long end;

    private ReplayMarket(List<ArchiveFile> chosen) {
        TreeSet<String> names = new TreeSet<>();
        for (ArchiveFile file : chosen) {
            files.computeIfAbsent(file.firstDay().toEpochDay(), day -> new TreeMap<>())
                    .put(file.symbol(), file);
            names.add(file.symbol());
        }
        symbols = List.copyOf(names);
        end = lastClose();
    }

    /**
     * Finds the files to play.
     *
     * @param directory searched with its subfolders
     * @param from first day to take, or null for no bound
     * @param to last day to take, or null for no bound
     * @param symbols the symbols to take; empty for all
     * @throws IllegalArgumentException if a symbol has no file, or there is no file at all
     */
    public static ReplayMarket open(Path directory, LocalDate from, LocalDate to, List<String> symbols)
            throws IOException {
        Predicate<ArchiveFile> wanted = file -> !file.month()
                && file.interval().equals("1m")
                && (from == null || !file.firstDay().isBefore(from))
                && (to == null || !file.firstDay().isAfter(to))
                && (symbols.isEmpty() || symbols.contains(file.symbol()));
        List<ArchiveFile> files =
                ArchiveFile.find(directory).stream().filter(wanted).toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "no file SYMBOL-1m-YYYY-MM-DD.zip of the days and symbols asked for in " + directory);
        }
        ReplayMarket market = new ReplayMarket(files);
        List<String> missing = symbols.stream()
                .filter(symbol -> !market.symbols.contains(symbol))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no archive files of " + String.join(", ", missing));
        }
        return market;
    }

    @Override
    public String identity() {
        return "replay from " + streamFrom();
    }

    @Override
    public List<String> symbols() {
        return symbols;
    }

    @Override
    public long historyFrom() {
        return files.firstKey() * DAY;
    }

    @Override
    public long streamFrom() {
        Long second = files.higherKey(files.firstKey());
        return second == null ? (files.firstKey() + 1) * DAY : second * DAY;
    }

    @Override
    public OptionalLong end() {
        return OptionalLong.of(end);
    }

    @Override
    public List<Candle> day(String symbol, long day) {
        return cache.day(symbol, day);
    }

    @Override
    public OptionalLong nextDay(long day) {
        Long next = files.ceilingKey(day);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private List<Candle> load(String symbol, long day) {
        ArchiveFile file = files.getOrDefault(day, Map.of()).get(symbol);
        if (file == null) {
            return List.of();
        }
        try {
            return file.candles(EXCHANGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lastClose() {
        long lastDay = files.lastKey();
        return files.get(lastDay).keySet().stream()
                .map(symbol -> day(symbol, lastDay))
                .filter(candles -> !candles.isEmpty())
                .mapToLong(candles -> candles.get(candles.size() - 1).closeTime() + 1)
                .max()
                .orElse(lastDay * DAY);
    }
}
