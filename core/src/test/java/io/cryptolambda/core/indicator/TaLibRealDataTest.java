package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.testing.RealSpan;
import io.cryptolambda.core.testing.RelativeDeviation;
import io.cryptolambda.core.testing.TaLib;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TA-Lib over each 400-bar slice of real data is the oracle. */
class TaLibRealDataTest {
    /** Of the bars of one minute, which are most of all, each seventh; {@code bench/}'s deviation table takes all. */
    private static final int STEP_OF_MINUTES = 7;

    private final TaLib taLib = new TaLib();
    private final Map<Indicator, Double> largest = new EnumMap<>(Indicator.class);

    @ParameterizedTest
    @EnumSource
    void shouldEqualTaLibOnEverySlice(RealSpan span) throws IOException {
        for (String symbol : RealSpan.SYMBOLS) {
            span.bars(symbol).forEach(this::compare);
        }

        for (Indicator indicator : Indicator.values()) {
            double tolerance =
                    switch (indicator) {
                        // TA-Lib takes the deviation from sums of squares and so loses about half of the digits.
                        case BB_UPPER, BB_LOWER -> 1e-6;
                        default -> 1e-9;
                    };
            assertThat(largest.get(indicator)).as("%s", indicator).isLessThanOrEqualTo(tolerance);
        }
    }

    private void compare(Interval interval, List<Bar> bars) {
        BarSeries series = RealSpan.series(bars);
        for (int i = 0; i < bars.size(); i += interval == Interval.ONE_MINUTE ? STEP_OF_MINUTES : 1) {
            Indicators ours = IndicatorPrefix.before(series, i).with(bars.get(i).market());
            double[] theirs = taLib.of(series, Math.max(0, i - Indicators.LOOKBACK + 1), i + 1);
            for (Indicator indicator : Indicator.values()) {
                double deviation = TaLib.NOT_IN_TA_LIB.contains(indicator)
                        ? 0
                        : RelativeDeviation.of(indicator, ours.get(indicator), theirs[indicator.ordinal()]);
                largest.merge(indicator, deviation, Math::max);
            }
        }
    }
}
