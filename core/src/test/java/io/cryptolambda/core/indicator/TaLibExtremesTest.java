package io.cryptolambda.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.testing.Extreme;
import io.cryptolambda.core.testing.RealSpan;
import io.cryptolambda.core.testing.RelativeDeviation;
import io.cryptolambda.core.testing.TaLib;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TA-Lib as the oracle at the edges, and by name what it cannot tell there. */
class TaLibExtremesTest {
    @ParameterizedTest
    @EnumSource
    void shouldEqualTaLibButWhereItLosesDigitsOrTakesSmallForNothing(Extreme extreme) {
        List<Bar> bars =
                extreme.candles(new Random(3), 900).stream().map(Bar::of).toList();
        BarSeries series = RealSpan.series(bars);
        TaLib taLib = new TaLib();
        Set<Indicator> different = EnumSet.noneOf(Indicator.class);
        for (int i = 0; i < bars.size(); i++) {
            Indicators ours = IndicatorPrefix.before(series, i).with(bars.get(i).market());
            double[] theirs = taLib.of(series, Math.max(0, i - Indicators.LOOKBACK + 1), i + 1);
            for (Indicator indicator : EnumSet.complementOf(EnumSet.copyOf(TaLib.NOT_IN_TA_LIB))) {
                if (RelativeDeviation.of(indicator, ours.get(indicator), theirs[indicator.ordinal()]) > 1e-9) {
                    different.add(indicator);
                }
            }
        }

        assertThat(different).as("%s", extreme).isEqualTo(exempted(extreme));
    }

    private static Set<Indicator> exempted(Extreme extreme) {
        return switch (extreme) {
            // Its deviation is a difference of squares: of prices that hardly move nothing is left of it.
            case FLAT, LARGEST_PRICES -> EnumSet.of(Indicator.BB_UPPER, Indicator.BB_LOWER);
            // It takes a variance below 1e-8, and a flow of less than 1.0 of the quote currency, for none.
            case SMALLEST_PRICES -> EnumSet.of(Indicator.BB_UPPER, Indicator.BB_LOWER, Indicator.MFI_14);
            case ZERO_VOLUME, LARGEST_VOLUMES -> EnumSet.noneOf(Indicator.class);
        };
    }
}
