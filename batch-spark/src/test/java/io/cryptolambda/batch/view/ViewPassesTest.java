package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPassesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFoldRecordsAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 400);

        List<Winner> winners = FullViews.list(FullViews.winners(RandomLog.sorted(log)));

        assertThat(winners.stream().map(winner -> new LogCandle(winner.candle(), winner.position())))
                .isEqualTo(new NaiveViews(log).winners());
        assertThat(winners.stream().mapToInt(Winner::records).sum()).isEqualTo(log.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void shouldComputeFeaturesAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 700);

        assertThat(FullViews.of(log).enrichedCandles()).isEqualTo(new NaiveViews(log).candles());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void shouldComputeBarsAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 4_000);
        NaiveViews naive = new NaiveViews(log);

        List<EnrichedBar> bars = FullViews.of(log).enrichedBars();

        for (Interval interval : Interval.ROLLED_UP) {
            assertThat(of(interval, bars)).as("%s", interval).isEqualTo(naive.bars(interval));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void shouldStartAfreshWithEachSymbol(long seed) {
        List<LogCandle> log = new ArrayList<>(RandomLog.of(seed, "BTCUSDT", 300));
        List<LogCandle> other = RandomLog.of(seed + 1, "ETHUSDT", 300);
        log.addAll(other);
        List<LogCandle> sorted = RandomLog.sorted(log);

        List<ViewCandle> candles = FullViews.list(new FullPass<>(FullViews.winners(sorted), FullCandles::new));
        List<DaySummary> days = FullViews.list(new DayPass(FullViews.winners(sorted)));

        candles.removeIf(candle -> !candle.enriched().candle().symbol().equals("ETHUSDT"));
        days.removeIf(day -> !day.symbol().equals("ETHUSDT"));
        assertThat(candles).isEqualTo(FullViews.of(other).candles());
        assertThat(days).isEqualTo(FullViews.of(other).days());
    }

    private static List<EnrichedBar> of(Interval interval, List<EnrichedBar> bars) {
        return bars.stream()
                .filter(bar -> bar.bar().interval() == interval)
                .sorted(Comparator.comparing(bar -> bar.bar().openTime()))
                .toList();
    }
}
