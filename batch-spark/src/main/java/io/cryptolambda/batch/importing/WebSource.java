package io.cryptolambda.batch.importing;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The public archive by HTTP: whole months as monthly files, the days around them as daily ones, and the days of a month
 * whose file is not published yet.
 */
final class WebSource implements ArchiveSource {
    private final WebFiles web;
    private final FileSelection selection;

    /**
     * @param base what {@code data/spot/daily/klines/...} lies below
     * @param selection with symbols and both days
     */
    WebSource(URI base, FileSelection selection) {
        this.web = new WebFiles(base);
        this.selection = selection;
    }

    @Override
    public List<ArchiveFile> files() {
        List<ArchiveFile> files = new ArrayList<>();
        for (String symbol : selection.symbols()) {
            for (LocalDate day = selection.from(); !day.isAfter(selection.to()); ) {
                YearMonth month = YearMonth.from(day);
                boolean whole =
                        day.getDayOfMonth() == 1 && !month.atEndOfMonth().isAfter(selection.to());
                files.add(whole ? ArchiveFile.monthly(symbol, FileSelection.INTERVAL, month) : daily(symbol, day));
                day = whole ? month.plusMonths(1).atDay(1) : day.plusDays(1);
            }
        }
        files.sort(Comparator.comparing(ArchiveFile::firstDay).thenComparing(ArchiveFile::symbol));
        return files;
    }

    @Override
    public int ignored() {
        return 0;
    }

    @Override
    public List<Fetched> fetch(ArchiveFile file) throws InterruptedException {
        Fetched fetched = get(file);
        if (!(fetched instanceof Fetched.Missing) || !file.month()) {
            return List.of(fetched);
        }
        List<Fetched> days = new ArrayList<>();
        for (LocalDate day = file.firstDay(); !day.isAfter(file.lastDay()); day = day.plusDays(1)) {
            days.add(get(daily(file.symbol(), day)));
        }
        return days;
    }

    private Fetched get(ArchiveFile file) throws InterruptedException {
        String path = file.publishedAt();
        try {
            Optional<byte[]> zip = web.get(path);
            if (zip.isEmpty()) {
                return new Fetched.Missing(file);
            }
            String checksum = web.get(path + ArchiveChecksum.SUFFIX)
                    .map(text -> new String(text, StandardCharsets.UTF_8))
                    .orElse(null);
            return new Fetched.Found(file, zip.get(), checksum);
        } catch (WebFiles.Failure e) {
            return new Fetched.Unreadable(file, e.getMessage());
        }
    }

    private static ArchiveFile daily(String symbol, LocalDate day) {
        return ArchiveFile.daily(symbol, FileSelection.INTERVAL, day);
    }
}
