package io.cryptolambda.ingest.archive;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings 1-minute files of the archive into the landing area. A file that is there with the checksum that is published now
 * is skipped; one that was issued again is fetched again. Months asked for as a whole are taken as monthly files where
 * there are any, else day by day.
 */
final class ArchiveDownload {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveDownload.class);
    private static final String INTERVAL = "1m";
    private static final int CHECKS = 3;

    private final ArchiveSite site;
    private final LandingStore store;
    private final int[] counts = new int[Outcome.values().length];

    /** What became of a file. */
    enum Outcome {
        FETCHED,
        SKIPPED,
        MISSING,
        FAILED
    }

    ArchiveDownload(ArchiveSite site, LandingStore store) {
        this.site = site;
        this.store = store;
    }

    /** Takes all days {@code from ... to}, both included. */
    void take(String symbol, LocalDate from, LocalDate to) throws InterruptedException {
        LocalDate day = from;
        while (!day.isAfter(to)) {
            YearMonth month = YearMonth.from(day);
            boolean whole = day.getDayOfMonth() == 1 && !month.atEndOfMonth().isAfter(to);
            if (whole && file(ArchiveFile.monthly(symbol, INTERVAL, month)) != Outcome.MISSING) {
                day = day.plusMonths(1);
                continue;
            }
            LocalDate end = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
            for (; !day.isAfter(end); day = day.plusDays(1)) {
                Outcome outcome = file(ArchiveFile.daily(symbol, INTERVAL, day));
                if (outcome == Outcome.MISSING) {
                    counts[outcome.ordinal()]++;
                    LOG.warn("event=no_archive_file symbol={} day={}", symbol, day);
                }
            }
        }
    }

    /** How many files had that outcome. */
    int count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    private Outcome file(ArchiveFile file) throws InterruptedException {
        String path = file.publishedAt();
        Outcome outcome;
        try {
            outcome = fetch(path, file.name());
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("event=archive_file_failed path={} reason=\"{}\"", path, e.getMessage());
            outcome = Outcome.FAILED;
        }
        if (outcome != Outcome.MISSING) {
            counts[outcome.ordinal()]++;
            LOG.info("event=archive_file path={} outcome={}", path, outcome);
        }
        return outcome;
    }

    private Outcome fetch(String path, String name) throws IOException, InterruptedException {
        String key = "landing/" + path;
        for (int check = 1; ; check++) {
            Optional<byte[]> published = site.get(path + ArchiveChecksum.SUFFIX);
            if (published.isEmpty()) {
                return Outcome.MISSING;
            }
            ArchiveChecksum checksum = checksum(published.get());
            if (!checksum.name().equals(name)) {
                throw new IOException("the checksum is that of " + checksum.name());
            }
            if (sameAsStored(key, checksum)) {
                return Outcome.SKIPPED;
            }
            Optional<byte[]> zip = site.get(path);
            if (zip.isPresent() && ArchiveChecksum.sha256(zip.get()).equals(checksum.sha256())) {
                store.put(key, zip.get());
                store.put(key + ArchiveChecksum.SUFFIX, published.get());
                return Outcome.FETCHED;
            }
            if (check == CHECKS) {
                throw new IOException("file and checksum do not agree");
            }
        }
    }

    private boolean sameAsStored(String key, ArchiveChecksum checksum) throws IOException {
        Optional<byte[]> stored = store.get(key + ArchiveChecksum.SUFFIX);
        return stored.isPresent() && checksum(stored.get()).sha256().equals(checksum.sha256()) && store.has(key);
    }

    private static ArchiveChecksum checksum(byte[] text) {
        return ArchiveChecksum.parse(new String(text, StandardCharsets.UTF_8));
    }
}
