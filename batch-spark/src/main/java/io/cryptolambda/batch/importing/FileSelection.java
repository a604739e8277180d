package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveFile;
import java.time.LocalDate;
import java.util.List;

/**
 * Which files are wanted.
 *
 * @param symbols such as {@code BTCUSDT}; all if empty
 * @param from first day; null for no limit
 * @param to last day; null for no limit
 */
public record FileSelection(List<String> symbols, LocalDate from, LocalDate to) {
    /** The one interval that is imported; all others are rolled up from it. */
    static final String INTERVAL = "1m";

    public FileSelection {
        symbols = List.copyOf(symbols);
    }

    /** Whether a file's symbol is wanted, and a day of it. */
    boolean wants(ArchiveFile file) {
        return (symbols.isEmpty() || symbols.contains(file.symbol()))
                && (from == null || !file.lastDay().isBefore(from))
                && (to == null || !file.firstDay().isAfter(to));
    }
}
