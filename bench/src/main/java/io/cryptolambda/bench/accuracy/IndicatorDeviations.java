package io.cryptolambda.bench.accuracy;

import io.cryptolambda.bench.report.TextTable;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorColumns;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import io.cryptolambda.core.indicator.IndicatorWindows;
import io.cryptolambda.core.testing.RealSpan;
import io.cryptolambda.core.testing.RelativeDeviation;
import io.cryptolambda.core.testing.TaLib;
import io.cryptolambda.oracle.BarValues;
import io.cryptolambda.oracle.NaiveIndicators;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The indicators of every bar of every interval, in both of core's forms, beside the plain definitions and TA-Lib. */
final class IndicatorDeviations {
    private final Map<Indicator, Largest> streaming = new EnumMap<>(Indicator.class);
    private final Map<Indicator, Largest> columnar = new EnumMap<>(Indicator.class);
    private final Map<Indicator, Largest> fromTaLib = new EnumMap<>(Indicator.class);
    private final TaLib taLib = new TaLib();
    private long compared;

    IndicatorDeviations() {
        for (Indicator indicator : Indicator.values()) {
            streaming.put(indicator, new Largest());
            columnar.put(indicator, new Largest());
            fromTaLib.put(indicator, new Largest());
        }
    }

    void compare(CandleRuns.Run run, int minuteStep) {
        List<Bar> minutes = run.candles().stream().map(Bar::of).toList();
        RealSpan.ladder(minutes).forEach((interval, bars) -> {
            int step = interval == Interval.ONE_MINUTE ? minuteStep : 1;
            compare(run.name() + ", " + interval.text(), bars, step);
        });
    }

    private void compare(String name, List<Bar> bars, int step) {
        BarSeries series = RealSpan.series(bars);
        List<BarValues> values =
                bars.stream().map(bar -> BarValues.of(bar.market())).toList();
        IndicatorColumns columns = IndicatorWindows.of(
                series, 0, values.stream().mapToDouble(BarValues::quoteVolume).toArray());
        for (int i = 0; i < bars.size(); i += step) {
            int from = Math.max(0, i + 1 - Indicators.LOOKBACK);
            String where = name + " bar " + i;
            Indicators ours = IndicatorPrefix.before(series, i).with(bars.get(i).market());
            Indicators plain = NaiveIndicators.of(values.subList(from, i + 1));
            double[] theirs = taLib.of(series, from, i + 1);
            for (Indicator indicator : Indicator.values()) {
                double value = ours.get(indicator);
                streaming.get(indicator).see(RelativeDeviation.of(value, plain.get(indicator)), where);
                columnar.get(indicator)
                        .see(RelativeDeviation.of(columns.get(indicator, i), plain.get(indicator)), where);
                if (!TaLib.NOT_IN_TA_LIB.contains(indicator)) {
                    double deviation = RelativeDeviation.fromLibrary(indicator, value, theirs[indicator.ordinal()]);
                    fromTaLib.get(indicator).see(deviation, where);
                }
            }
            compared++;
        }
    }

    boolean hold() {
        return compared > 0
                && streaming.values().stream().allMatch(largest -> largest.deviation() == 0)
                && columnar.values().stream().allMatch(largest -> largest.deviation() == 0)
                && fromTaLib.entrySet().stream()
                        .allMatch(largest ->
                                largest.getValue().deviation() <= RelativeDeviation.allowedFromTaLib(largest.getKey()));
    }

    String table() {
        TextTable table = new TextTable(
                "indicator, of " + compared + " bars",
                "streaming from the oracle",
                "batch from the oracle",
                "from TA-Lib",
                "allowed",
                "largest at");
        for (Indicator indicator : Indicator.values()) {
            boolean inTaLib = !TaLib.NOT_IN_TA_LIB.contains(indicator);
            table.add(
                    indicator.text(),
                    streaming.get(indicator).text(),
                    columnar.get(indicator).text(),
                    inTaLib ? fromTaLib.get(indicator).text() : "-",
                    inTaLib ? String.format(Locale.ROOT, "%.0e", RelativeDeviation.allowedFromTaLib(indicator)) : "-",
                    fromTaLib.get(indicator).where());
        }
        return table.toString();
    }
}
