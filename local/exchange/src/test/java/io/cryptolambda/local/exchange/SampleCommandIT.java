package io.cryptolambda.local.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.archive.ArchiveChecksum;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.market.RandomMarket;
import io.cryptolambda.local.exchange.market.ReplayMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandIT {
    private static final LocalDate LAST = LocalDate.of(2025, 1, 2);
    private static final String NOT_ASCII = "\u5e01\u5b89\u4eba\u751fUSDT";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldWriteTheMarketsDaysWithChecksumsAsTheArchiveHasThem() throws Exception {
        assertThat(sample("--symbols", "BTCUSDT," + NOT_ASCII)).isZero();

        assertThat(out.toString())
                .endsWith("{\"symbols\":2,\"from\":\"2025-01-01\",\"to\":\"2025-01-02\",\"files\":16}"
                        + System.lineSeparator());
        List<ArchiveFile> files = ArchiveFile.find(folder);
        assertThat(files).hasSize(16);
        for (ArchiveFile file : files) {
            assertThat(file.path()).isEqualTo(folder.resolve(file.publishedAt()));
            String checksum = Files.readString(file.path().resolveSibling(file.name() + ArchiveChecksum.SUFFIX));
            assertThat(checksum)
                    .isEqualTo(ArchiveChecksum.sha256(Files.readAllBytes(file.path())) + "  " + file.name() + "\n");
        }
        Market market = new RandomMarket(1, (LAST.toEpochDay() + 1) * Market.DAY, Duration.ofDays(2), 20, List.of());
        assertThat(file("BTCUSDT", "1m").candles(Market.EXCHANGE))
                .usingElementComparator((ours, theirs) -> ours.sameValues(theirs) ? 0 : 1)
                .containsExactlyElementsOf(market.day("BTCUSDT", LAST.toEpochDay()));
        assertThat(file(NOT_ASCII, "15m").rows()).hasSize(96);
        assertThat(file(NOT_ASCII, "1h").rows()).hasSize(24);
        assertThat(file("BTCUSDT", "1d").rows())
                .singleElement()
                .extracting(ArchiveRow::closeTime)
                .isEqualTo((LAST.toEpochDay() + 1) * Market.DAY - 1);
    }

    @Test
    void shouldWriteTheSameAgainAndOthersByAnotherSeed() throws Exception {
        sample("--symbols", "BTCUSDT");
        byte[] first = Files.readAllBytes(file("BTCUSDT", "1m").path());

        sample("--symbols", "BTCUSDT");
        assertThat(file("BTCUSDT", "1m").path()).hasBinaryContent(first);

        sample("--symbols", "BTCUSDT", "--seed", "2");
        assertThat(Files.readAllBytes(file("BTCUSDT", "1m").path())).isNotEqualTo(first);
    }

    @Test
    void shouldBeThereToReplay() throws Exception {
        sample("--symbols", "BTCUSDT,ETHUSDT");

        ReplayMarket replay = ReplayMarket.open(folder, null, null, List.of());

        assertThat(replay.symbols()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(replay.streamFrom()).isEqualTo(LAST.toEpochDay() * Market.DAY);
        assertThat(replay.day("ETHUSDT", LAST.toEpochDay())).hasSize(1_440);
    }

    @Test
    void shouldRefuseWhatItCannotMake() throws IOException {
        assertThat(sample("--symbols", "NOPEUSDT")).isEqualTo(2);
        assertThat(err.toString()).contains("the made-up market has no NOPEUSDT");
        assertThat(sample("--days", "0")).isEqualTo(2);
        assertThat(sample("--symbol-count", "2001")).isEqualTo(2);
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written).isEmpty();
        }
    }

    private ArchiveFile file(String symbol, String interval) {
        ArchiveFile named = ArchiveFile.daily(symbol, interval, LAST);
        return ArchiveFile.of(folder.resolve(named.publishedAt())).orElseThrow();
    }

    private int sample(String... more) {
        String[] line = Stream.concat(
                        Stream.of("sample", folder.toString(), "--days", "2", "--to", LAST.toString()), Stream.of(more))
                .toArray(String[]::new);
        return new CommandLine(new ExchangeMain())
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
