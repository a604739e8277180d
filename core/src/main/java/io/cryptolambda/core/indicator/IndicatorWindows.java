package io.cryptolambda.core.indicator;

import io.cryptolambda.core.Indicators;

/**
 * The indicators of many neighbouring bars, for the batch layer: the same bits as {@link IndicatorPrefix} bar by bar, an
 * order of magnitude sooner. Each bar still goes through its own {@link Indicators#LOOKBACK} bars; but the windows of
 * neighbours are independent, so {@link LaneRecursion} computes hundreds side by side instead of waiting for each step of one.
 */
public final class IndicatorWindows {
    private static final int LANES = 256;
    private static final int FEWEST = 8;

    private IndicatorWindows() {}

    /**
     * The indicators of the bars from index {@code from} to the last.
     *
     * @param bars index 0 being the symbol's first bar or at least {@link Indicators#LOOKBACK} - 1 bars before {@code from}
     * @param quoteVolumes quote volume of each bar, in the quote currency; index 0 is that of the bar at {@code from}
     */
    public static IndicatorColumns of(BarSeries bars, int from, double[] quoteVolumes) {
        int size = bars.size();
        IndicatorColumns out = new IndicatorColumns(size - from);
        int full = Math.max(from, Indicators.LOOKBACK - 1);
        if (size - full < FEWEST) {
            full = size;
        }
        for (int bar = from; bar < full; bar++) {
            plain(bars, bar, quoteVolumes[bar - from], out, bar - from);
        }
        if (full < size) {
            run(bars, full, from, quoteVolumes, out);
        }
        return out;
    }

    private static void run(BarSeries bars, int full, int from, double[] quoteVolumes, IndicatorColumns out) {
        int windows = bars.size() - full;
        int lanes = Math.min(LANES, windows);
        int stride = (windows + lanes - 1) / lanes;
        BarRows rows = new BarRows(full - Indicators.LOOKBACK + 1, lanes, stride);
        WindowLanes window = new WindowLanes(bars, rows);
        BarIndicators own = new BarIndicators(bars, full);
        for (int offset = 0; offset < stride; offset++) {
            window.run(offset);
            for (int lane = 0; lane < lanes; lane++) {
                int bar = full + lane * stride + offset;
                if (bar >= bars.size()) {
                    break;
                }
                double quoteVolume = quoteVolumes[bar - from];
                if (window.isPlain(lane)) {
                    plain(bars, bar, quoteVolume, out, bar - from);
                } else {
                    window.write(lane, out, bar - from);
                    own.write(bar, quoteVolume, out, bar - from);
                }
            }
        }
    }

    private static void plain(BarSeries bars, int bar, double quoteVolume, IndicatorColumns out, int row) {
        out.set(
                row,
                IndicatorPrefix.before(bars, bar)
                        .with(bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar), quoteVolume));
    }
}
