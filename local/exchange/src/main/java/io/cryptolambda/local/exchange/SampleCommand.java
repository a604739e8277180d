package io.cryptolambda.local.exchange;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.config.EnvironmentDefaults;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.rest.ArchiveZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes days of the made-up market as the public archive has them, so that replay, import and check can be tried without
 * a network. The last line of the output is a JSON summary.
 *
 * <p>Idempotent: a day of the same market always has the same files.
 */
@Command(
        name = "sample",
        description = {
            "Writes days of the made-up market into DIR as the exchange's public archive has them:",
            "data/spot/daily/klines/SYMBOL/1m/SYMBOL-1m-DATE.zip with its .CHECKSUM, and so 15m, 1h and 1d."
        },
        footer = {
            "",
            "It is the market that a stack without --replay and --live trades, if the seeds are the same.",
            "To try: up --replay DIR; batch import DIR; batch check DIR."
        },
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class)
final class SampleCommand implements Callable<Integer> {
    private static final List<String> INTERVALS = List.of("1m", "15m", "1h", "1d");
    private static final int MOST_DAYS = 3_660;

    @Parameters(paramLabel = "DIR", description = "where to; it is made if it is not there")
    private Path folder;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "3",
            description = "how many days; a replay takes the first one as history (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--to", paramLabel = "DATE", description = "the last of them, UTC (default: yesterday)")
    private LocalDate to;

    @Mixin
    private MarketOptions market;

    @Spec
    private CommandSpec spec;

    private final InstantSource wallClock = InstantSource.system();

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days must be 1 to " + MOST_DAYS + ", not " + days);
        }
        LocalDate last = to == null
                ? LocalDate.ofInstant(wallClock.instant(), ZoneOffset.UTC).minusDays(1)
                : to;
        LocalDate first = last.minusDays(days - 1L);
        Market madeUp = madeUp(last);
        int files = 0;
        for (String symbol : madeUp.symbols()) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                for (String interval : INTERVALS) {
                    write(madeUp, ArchiveFile.daily(symbol, interval, day));
                    files++;
                }
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "{\"symbols\":%d,\"from\":\"%s\",\"to\":\"%s\",\"files\":%d}%n",
                        madeUp.symbols().size(), first, last, files);
        return 0;
    }

    private Market madeUp(LocalDate last) {
        try {
            return market.madeUp(last.plusDays(1).toEpochDay() * Market.DAY, Duration.ofDays(days));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void write(Market madeUp, ArchiveFile file) throws IOException {
        byte[] zip = ArchiveZip.of(madeUp, file, 0).orElseThrow();
        Path path = folder.resolve(file.publishedAt());
        Files.createDirectories(path.getParent());
        Files.write(path, zip);
        Files.writeString(
                path.resolveSibling(file.name() + ArchiveChecksum.SUFFIX),
                ArchiveChecksum.of(zip, file.name()).text());
    }
}
