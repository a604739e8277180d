package io.cryptolambda.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPassesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFoldRecordsAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 400);

        List<Winner> winners = list(new WinnerFold(RandomLog.sorted(log).iterator()));

        assertThat(winners.stream().map(winner -> new LogCandle(winner.candle(), winner.position())))
                .isEqualTo(new NaiveViews(log).winners());
        assertThat(winners.stream().mapToInt(Winner::records).sum()).isEqualTo(log.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void shouldComputeFeaturesAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 700);

        List<EnrichedCandle> candles = list(new SymbolPass<>(winners(log), FeaturePass::new));

        assertThat(candles).isEqualTo(new NaiveViews(log).candles());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void shouldComputeBarsAsTheDefinitionSays(long seed) {
        List<LogCandle> log = RandomLog.of(seed, "BTCUSDT", 4_000);
        NaiveViews naive = new NaiveViews(log);

        List<EnrichedBar> bars = list(new SymbolPass<>(winners(log), BarPass::new));

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

        List<EnrichedBar> bars = list(new SymbolPass<>(winners(log), BarPass::new));
        List<EnrichedCandle> candles = list(new SymbolPass<>(winners(log), FeaturePass::new));

        bars.removeIf(bar -> !bar.symbol().equals("ETHUSDT"));
        candles.removeIf(candle -> !candle.candle().symbol().equals("ETHUSDT"));
        assertThat(of(Interval.FIVE_MINUTES, bars)).isEqualTo(new NaiveViews(other).bars(Interval.FIVE_MINUTES));
        assertThat(candles).isEqualTo(new NaiveViews(other).candles());
    }

    private static Iterator<Winner> winners(List<LogCandle> log) {
        return new WinnerFold(RandomLog.sorted(log).iterator());
    }

    private static List<EnrichedBar> of(Interval interval, List<EnrichedBar> bars) {
        return bars.stream()
                .filter(bar -> bar.bar().interval() == interval)
                .sorted(Comparator.comparing(bar -> bar.bar().openTime()))
                .toList();
    }

    private static <T> List<T> list(Iterator<T> items) {
        List<T> list = new ArrayList<>();
        items.forEachRemaining(list::add);
        return list;
    }
}
