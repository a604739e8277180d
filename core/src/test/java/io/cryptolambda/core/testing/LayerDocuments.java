package io.cryptolambda.core.testing;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.indicator.BarSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes of one symbol's candles, taken to be the partition's log from offset 0 on, the documents of a layer. */
public final class LayerDocuments {
    /** Append time of offset 0; each record comes a second after the one before. */
    public static final long FIRST_APPEND_TIME = 1_767_225_600_000L;

    private final List<Candle> log;
    private final int partition;

    public LayerDocuments(List<Candle> log, int partition) {
        this.log = List.copyOf(log);
        this.partition = partition;
    }

    /** Position of the candle at {@code index} of the log. */
    public static long position(int index) {
        return KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, index);
    }

    /** The 1-minute documents, oldest first. */
    public List<EnrichedCandle> candles() {
        FeatureSeries series = new FeatureSeries();
        List<EnrichedCandle> documents = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            int at = series.put(log.get(i));
            documents.add(new EnrichedCandle(
                    log.get(i),
                    series.featuresAt(at),
                    position(i),
                    position(i),
                    appendTime(i),
                    partition,
                    true,
                    false));
        }
        return documents;
    }

    /** The bars with indicators, oldest first. */
    public List<EnrichedBar> bars(Interval interval) {
        Map<Long, Bar> bars = new TreeMap<>();
        Map<Long, Integer> lastIndex = new TreeMap<>();
        for (int i = 0; i < log.size(); i++) {
            Bar minute = Bar.of(log.get(i));
            long openTime = interval.openTime(minute.openTime());
            bars.merge(openTime, minute.in(interval), (bar, next) -> bar.followedBy(minute));
            lastIndex.put(openTime, i);
        }
        return enriched(List.copyOf(bars.values()), lastIndex);
    }

    private List<EnrichedBar> enriched(List<Bar> bars, Map<Long, Integer> lastIndex) {
        BarSeries series = new BarSeries();
        List<EnrichedBar> documents = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int last = lastIndex.get(bar.openTime());
            documents.add(new EnrichedBar(
                    log.get(0).exchange(),
                    log.get(0).symbol(),
                    bar,
                    bar.hasLastMinute() || i < bars.size() - 1,
                    IndicatorPrefix.before(series, series.put(bar)).with(bar.market()),
                    position(last),
                    appendTime(last),
                    partition,
                    true));
        }
        return documents;
    }

    private static long appendTime(int index) {
        return FIRST_APPEND_TIME + index * 1_000L;
    }
}
