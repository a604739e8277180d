package io.cryptolambda.local.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.archive.ArchiveRow;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayMarketIT {
    private static final LocalDate OUTAGE = LocalDate.of(2023, 3, 24);

    @Test
    void shouldTakeTheFirstDayAsHistoryAndJumpOverDaysWithoutFiles() throws IOException {
        ReplayMarket market = open(LocalDate.of(2023, 3, 28), LocalDate.of(2024, 1, 2), List.of("BTCUSDT"));
        long history = LocalDate.of(2023, 3, 28).toEpochDay();
        long stream = LocalDate.of(2024, 1, 1).toEpochDay();

        assertThat(market.historyFrom()).isEqualTo(history * Market.DAY);
        assertThat(market.streamFrom()).isEqualTo(stream * Market.DAY);
        assertThat(market.nextDay(history + 1)).hasValue(stream);
        assertThat(market.nextDay(stream + 2)).isEmpty();
        assertThat(market.end()).hasValue((stream + 2) * Market.DAY);
    }

    @Test
    void shouldShowTheExchangesOwnBarsOfADayWithAnOutage() throws IOException {
        ReplayMarket market = open(OUTAGE, OUTAGE, List.of());
        long day = OUTAGE.toEpochDay() * Market.DAY;
        MarketView view = new MarketView(market, day + Market.DAY + 1);

        for (String interval : List.of("15m", "1h")) {
            List<ArchiveRow> exchange = ArchiveFile.of(RealData.dailyZip("ETHUSDT", interval, OUTAGE.toString()))
                    .orElseThrow()
                    .rows();
            List<KlineBar> bars = view.bars(
                    "ETHUSDT", KlineInterval.find(interval).orElseThrow(), 0, day, day + Market.DAY - 1, 1000);

            assertThat(bars.stream().map(bar -> new ArchiveRow(bar.openTime(), bar.closeTime(), bar.market())))
                    .containsExactlyElementsOf(exchange);
        }
    }

    @Test
    void shouldNameSymbolsWithoutFiles() {
        Path days = RealData.daily("1m"); // skips the test where there is none
        assertThatThrownBy(() -> ReplayMarket.open(days, OUTAGE, OUTAGE, List.of("BTCUSDT", "NOPEUSDT")))
                .hasMessage("no archive files of NOPEUSDT");
        LocalDate none = LocalDate.of(2020, 1, 1);
        assertThatThrownBy(() -> ReplayMarket.open(days, none, none, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ReplayMarket open(LocalDate from, LocalDate to, List<String> symbols) throws IOException {
        return ReplayMarket.open(RealData.daily("1m"), from, to, symbols);
    }
}
