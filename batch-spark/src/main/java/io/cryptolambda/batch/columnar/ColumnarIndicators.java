package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.RecentPositions;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorColumns;
import io.cryptolambda.core.indicator.IndicatorWindows;
import java.util.EnumMap;
import java.util.Map;

/** Adds the indicators to one symbol's bars, and the position that each rests on. Keeps one lookback of each interval. */
public final class ColumnarIndicators implements ColumnarRollUp.Sink {

    /** Takes bars with indicators. */
    public interface Sink {
        /**
         * Takes the next bars of an interval.
         *
         * @param bars the bars; used again afterwards
         * @param indicators theirs, row by row
         * @param lookback the latest winning record of the lookback of each
         */
        void accept(BarColumns bars, IndicatorColumns indicators, LogPosition[] lookback);
    }

    private static final int CARRIED = Indicators.LOOKBACK - 1;

    private static final class Line {
        private final BarSeries bars = new BarSeries();
        private final RecentPositions latest = new RecentPositions(Indicators.LOOKBACK);
    }

    private final Map<Interval, Line> lines = new EnumMap<>(Interval.class);
    private final Sink sink;

    public ColumnarIndicators(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(BarColumns bars) {
        Line line = lines.computeIfAbsent(bars.interval(), interval -> new Line());
        int carried = line.bars.size();
        double[] quoteVolumes = new double[bars.size()];
        LogPosition[] lookback = new LogPosition[bars.size()];
        for (int row = 0; row < bars.size(); row++) {
            line.bars.put(bars.openTime(row), bars.high(row), bars.low(row), bars.close(row), bars.volume(row));
            quoteVolumes[row] = bars.quoteVolume(row);
            line.latest.add(bars.position(row));
            lookback[row] = line.latest.latest();
        }
        sink.accept(bars, IndicatorWindows.of(line.bars, carried, quoteVolumes), lookback);
        line.bars.dropOldest(Math.max(0, line.bars.size() - CARRIED));
    }
}
