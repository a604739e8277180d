package io.cryptolambda.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange is the oracle of the oracle: its own coarser candles, recorded, from its own 1-minute candles. */
class NaiveOracleArchiveTest {
    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 2024-01-01, 15m 1h 1d",
        "ETHUSDT, 2024-01-02, 15m 1h 1d",
        "SOLUSDT, 2022-11-09, 15m 1h",
        "ETHUSDT, 2023-03-24, 15m 1h 1d",
        "SOLUSDT, 2023-08-26, 1h"
    })
    void shouldRollUpToTheExchangesOwnCandles(String symbol, String day, String intervals) throws IOException {
        Story story = new Story();
        archive("1m", symbol, day).candles("binance").forEach(story::record);
        NaiveOracle oracle = new NaiveOracle(story.log(), 0);

        for (String text : intervals.split(" ")) {
            assertThat(oracle.bars(Interval.parse(text)).map(EnrichedBar::bar).map(NaiveOracleArchiveTest::row))
                    .as("%s %s %s", symbol, text, day)
                    .containsExactlyElementsOf(archive(text, symbol, day).rows());
        }
    }

    private static ArchiveFile archive(String interval, String symbol, String day) {
        return ArchiveFile.of(RealData.dailyZip(symbol, interval, day)).orElseThrow();
    }

    private static ArchiveRow row(Bar bar) {
        return new ArchiveRow(bar.openTime(), bar.closeTime(), bar.market());
    }
}
