package io.cryptolambda.core.archive;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A zip of the exchange's public archive, told by its name.
 *
 * @param path where it lies
 * @param symbol such as {@code BTCUSDT}
 * @param interval the archive's spelling, such as {@code 1m}
 * @param firstDay the day it covers, or the first day of the month it covers
 * @param month whether it covers a whole month
 */
public record ArchiveFile(Path path, String symbol, String interval, LocalDate firstDay, boolean month) {
    /** How the first line begins where a file has a header, as those of futures do. */
    static final String HEADER = "open_time,";

    private static final Pattern NAME =
            Pattern.compile("([\\p{L}\\p{N}]{1,32})-(1mo|\\d{1,2}[smhdw])-(\\d{4}-\\d{2})(-\\d{2})?\\.zip");

    /** The file's name taken apart; empty if it is not named as an archive file. */
    public static Optional<ArchiveFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        boolean month = name.group(4) == null;
        try {
            LocalDate firstDay =
                    month ? YearMonth.parse(name.group(3)).atDay(1) : LocalDate.parse(name.group(3) + name.group(4));
            return Optional.of(new ArchiveFile(path, name.group(1), name.group(2), firstDay, month));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as the 30th of February
        }
    }

    /** The file that the archive publishes of one day, by its name alone. */
    public static ArchiveFile daily(String symbol, String interval, LocalDate day) {
        return named(symbol, interval, day.toString(), day, false);
    }

    /** The file that the archive publishes of a month, by its name alone. */
    public static ArchiveFile monthly(String symbol, String interval, YearMonth month) {
        return named(symbol, interval, month.toString(), month.atDay(1), true);
    }

    private static ArchiveFile named(String symbol, String interval, String period, LocalDate firstDay, boolean month) {
        Path name = Path.of(symbol + "-" + interval + "-" + period + ".zip");
        return new ArchiveFile(name, symbol, interval, firstDay, month);
    }

    /** Where the archive has a file of that name, below its base address. */
    public String publishedAt() {
        return "data/spot/" + (month ? "monthly" : "daily") + "/klines/" + symbol + "/" + interval + "/" + name();
    }

    /** Its file name. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The last day it covers. */
    public LocalDate lastDay() {
        return month ? YearMonth.from(firstDay).atEndOfMonth() : firstDay;
    }

    /** The day or month it covers, such as {@code 2024-01-01} or {@code 2024-01}. */
    public String period() {
        return month ? YearMonth.from(firstDay).toString() : firstDay.toString();
    }

    /** Whether {@code time}, epoch milliseconds, lies in the day or month, in UTC. */
    public boolean covers(long time) {
        return time >= start() && time < end();
    }

    /** Where what it covers begins, epoch milliseconds. */
    public long start() {
        return startOf(firstDay);
    }

    /** Exclusive end of what it covers, epoch milliseconds. */
    public long end() {
        return startOf(lastDay().plusDays(1));
    }

    private static long startOf(LocalDate day) {
        return day.toEpochDay() * Interval.ONE_DAY.millis();
    }

    /** All archive files under {@code directory}, subfolders included, in order of day, then symbol. */
    public static List<ArchiveFile> find(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(ArchiveFile::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(ArchiveFile::firstDay).thenComparing(ArchiveFile::symbol))
                    .toList();
        }
    }

    /**
     * All rows in the file's order.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a row is not valid; the message names file and line
     */
    public List<ArchiveRow> rows() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            if (zip.getNextEntry() == null) {
                throw new IOException("no entry in " + path);
            }
            return rows(zip);
        }
    }

    /**
     * All rows of {@code text}, which {@link ArchiveText} took out of this file.
     *
     * @throws IllegalArgumentException if a row is not valid; the message names file and line
     */
    public List<ArchiveRow> rows(byte[] text) throws IOException {
        return rows(new ByteArrayInputStream(text));
    }

    private List<ArchiveRow> rows(InputStream text) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.US_ASCII));
        List<ArchiveRow> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (number > 1 || !line.startsWith(HEADER)) {
                rows.add(row(number, line));
            }
        }
        return rows;
    }

    /** The rows of a 1-minute file as candles of {@code exchange}; errors as of {@link #rows()}. */
    public List<Candle> candles(String exchange) throws IOException {
        return rows().stream().map(row -> row.candle(exchange, symbol)).toList();
    }

    private ArchiveRow row(int number, String line) {
        try {
            return ArchiveRow.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path.getFileName() + " line " + number + ": " + e.getMessage(), e);
        }
    }
}
