package io.cryptolambda.local.exchange.rest;

import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.local.exchange.market.KlineBar;
import io.cryptolambda.local.exchange.market.KlineInterval;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.MarketView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip as the public archive has it: one CSV of klines without a header, with times in microseconds from 2025-01-01 on,
 * before that in milliseconds. The same file of the same market always has the same bytes.
 */
public final class ArchiveZip {
    private static final long MICROSECONDS_FROM = LocalDate.of(2025, 1, 1).toEpochDay() * Market.DAY;
    // Its month is "1mo" in file names, which do not tell "1M" from "1m" on every disk.
    private static final String MONTH = "1mo";

    private ArchiveZip() {}

    /**
     * The bytes of {@code file}; empty if nothing was traded then.
     *
     * @param issue from 0; each has other bytes and the same rows
     */
    public static Optional<byte[]> of(Market market, ArchiveFile file, int issue) {
        String interval = file.interval().equals(MONTH) ? KlineInterval.MONTH.text() : file.interval();
        List<KlineBar> bars = KlineInterval.find(interval)
                .map(known -> new MarketView(market, file.end())
                        .bars(file.symbol(), known, 0, file.start(), file.end() - 1, Integer.MAX_VALUE))
                .orElse(List.of());
        return bars.isEmpty() ? Optional.empty() : Optional.of(packed(file, csv(file, bars), issue));
    }

    private static String csv(ArchiveFile file, List<KlineBar> bars) {
        KlineTimeUnit unit = file.start() >= MICROSECONDS_FROM ? KlineTimeUnit.MICROSECOND : KlineTimeUnit.MILLISECOND;
        return KlineRows.of(bars, unit)
                .replace("],[", "\n")
                .replace("[[", "")
                .replace("]]", "\n")
                .replace("\"", "");
    }

    private static byte[] packed(ArchiveFile file, String csv, int issue) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(file.name().replace(".zip", ".csv"));
            entry.setTime(file.end() + issue * 2_000L);
            zip.putNextEntry(entry);
            zip.write(csv.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
