package io.cryptolambda.core.archive;

import io.cryptolambda.core.Candle;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One line of a 1-minute file: a candle, or what is wrong with it. */
public sealed interface ArchiveLine {

    /**
     * A line that keeps the contract.
     *
     * @param candle what it tells
     */
    record Good(Candle candle) implements ArchiveLine {}

    /**
     * A line that breaks it.
     *
     * @param number its number, from 1
     * @param text the line
     * @param reason what is wrong
     */
    record Bad(int number, String text, String reason) implements ArchiveLine {}

    /**
     * Reads the lines of a file, a header left out.
     *
     * @param file the file they are of: a row outside of its day or month is bad
     * @param text what {@link ArchiveText} took out of it
     * @param exchange the exchange's name, such as {@code binance}
     */
    static void read(ArchiveFile file, byte[] text, String exchange, Consumer<ArchiveLine> out) {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.US_ASCII));
        try {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > 1 || !line.startsWith(ArchiveFile.HEADER)) {
                    out.accept(of(file, number, line, exchange));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchiveLine of(ArchiveFile file, int number, String line, String exchange) {
        try {
            ArchiveRow row = ArchiveRow.parse(line);
            if (!file.covers(row.openTime())) {
                return new Bad(number, line, "open_time " + row.openTime() + " is not within " + file.period());
            }
            return new Good(row.candle(exchange, file.symbol()));
        } catch (NumberFormatException e) {
            return new Bad(number, line, "not a number: " + e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Bad(number, line, e.getMessage());
        }
    }
}
