package io.cryptolambda.batch.view;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The views by their definitions, with everything looked up afresh in the whole log of one symbol. */
final class NaiveViews {
    private final List<LogCandle> log;
    private final List<LogCandle> winners;

    /** @param log in its own order */
    NaiveViews(List<LogCandle> log) {
        this.log = log;
        Map<Long, LogCandle> standing = new TreeMap<>();
        for (LogCandle record : log) {
            standing.merge(
                    record.candle().openTime(),
                    record,
                    (old, next) -> next.candle().sameValues(old.candle()) ? old : next);
        }
        this.winners = List.copyOf(standing.values());
    }

    List<LogCandle> winners() {
        return winners;
    }

    List<EnrichedCandle> candles() {
        FeatureSeries series = new FeatureSeries();
        winners.forEach(winner -> series.put(winner.candle()));
        List<EnrichedCandle> candles = new ArrayList<>();
        for (int i = 0; i < winners.size(); i++) {
            LogPosition latest = latest(winners.subList(Math.max(0, i - Features.LOOKBACK + 1), i + 1));
            LogCandle winner = winners.get(i);
            candles.add(new EnrichedCandle(
                    winner.candle(),
                    series.featuresAt(i),
                    winner.position().asOf(),
                    latest.asOf(),
                    latest.appendTime(),
                    latest.partition(),
                    true,
                    false));
        }
        return candles;
    }

    List<EnrichedBar> bars(Interval interval) {
        List<List<LogCandle>> contents = List.copyOf(winners.stream()
                .collect(Collectors.groupingBy(
                        winner -> interval.openTime(winner.candle().openTime()), TreeMap::new, Collectors.toList()))
                .values());
        List<Bar> bars =
                contents.stream().map(minutes -> bar(interval, minutes)).toList();
        double[] closes = bars.stream()
                .mapToDouble(bar -> bar.market().close().doubleValue())
                .toArray();
        List<EnrichedBar> enriched = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            LogPosition asOf = latest(contents.subList(Math.max(0, i - Indicators.LOOKBACK + 1), i + 1).stream()
                    .flatMap(List::stream)
                    .toList());
            LogPosition closing = firstAtOrPast(bar.end());
            if (!bar.hasLastMinute() && closing != null) {
                asOf = asOf.asOf() > closing.asOf() ? asOf : closing;
            }
            Candle candle = contents.get(i).get(0).candle();
            enriched.add(new EnrichedBar(
                    candle.exchange(),
                    candle.symbol(),
                    bar,
                    bar.hasLastMinute() || closing != null,
                    IndicatorPrefix.before(closes, i).with(closes[i]),
                    asOf.asOf(),
                    asOf.appendTime(),
                    asOf.partition(),
                    true));
        }
        return enriched;
    }

    private static Bar bar(Interval interval, List<LogCandle> minutes) {
        Bar bar = Bar.of(minutes.get(0).candle()).in(interval);
        for (LogCandle minute : minutes.subList(1, minutes.size())) {
            bar = bar.followedBy(Bar.of(minute.candle()));
        }
        return bar;
    }

    private LogPosition firstAtOrPast(long time) {
        return log.stream()
                .filter(record -> record.candle().openTime() >= time)
                .map(LogCandle::position)
                .findFirst()
                .orElse(null);
    }

    private static LogPosition latest(List<LogCandle> records) {
        LogPosition latest = records.get(0).position();
        for (LogCandle record : records) {
            latest = record.position().asOf() > latest.asOf() ? record.position() : latest;
        }
        return latest;
    }
}
