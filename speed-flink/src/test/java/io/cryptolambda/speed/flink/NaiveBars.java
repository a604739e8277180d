package io.cryptolambda.speed.flink;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.indicator.IndicatorPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The oracle: every bar document of one symbol as a plain function of its log, by the definitions and with no
 * incremental trick. Bars are summed from minutes directly, not rung by rung.
 */
public final class NaiveBars {
    private final TreeMap<Long, EnrichedCandle> winners = new TreeMap<>();
    private final List<EnrichedCandle> log;

    private NaiveBars(List<EnrichedCandle> log) {
        this.log = log;
        for (EnrichedCandle record : log) {
            if (!record.late() && record.candlePosition() == record.asOf()) {
                winners.put(record.candle().openTime(), record);
            }
        }
    }

    /** Documents by {@code interval|open_time}. */
    public static Map<String, EnrichedBar> of(List<EnrichedCandle> log) {
        NaiveBars naive = new NaiveBars(log);
        Map<String, EnrichedBar> documents = new HashMap<>();
        for (Interval interval : Interval.ROLLED_UP) {
            naive.documents(interval).forEach(document -> documents.put(key(document), document));
        }
        return documents;
    }

    public static String key(EnrichedBar document) {
        return document.symbol() + "|" + document.bar().interval() + "|"
                + document.bar().openTime();
    }

    private List<EnrichedBar> documents(Interval interval) {
        TreeMap<Long, List<EnrichedCandle>> groups = new TreeMap<>();
        winners.forEach(
                (openTime, winner) -> groups.computeIfAbsent(interval.openTime(openTime), start -> new ArrayList<>())
                        .add(winner));
        List<List<EnrichedCandle>> minutes = List.copyOf(groups.values());
        List<Bar> bars = minutes.stream().map(group -> sum(interval, group)).toList();
        double[] closes = bars.stream()
                .mapToDouble(bar -> bar.market().close().doubleValue())
                .toArray();
        List<EnrichedBar> documents = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            long asOf = minutes.subList(Math.max(0, i - Indicators.LOOKBACK + 1), i + 1).stream()
                    .flatMap(List::stream)
                    .mapToLong(EnrichedCandle::asOf)
                    .max()
                    .orElseThrow();
            boolean closed = bar.hasLastMinute() || i < bars.size() - 1;
            if (closed && !bar.hasLastMinute()) {
                asOf = Math.max(asOf, closingPosition(bar));
            }
            EnrichedCandle cause = recordAt(asOf);
            documents.add(new EnrichedBar(
                    cause.candle().exchange(),
                    cause.candle().symbol(),
                    bar,
                    closed,
                    IndicatorPrefix.before(closes, i).with(closes[i]),
                    asOf,
                    cause.asOfTime(),
                    cause.partition(),
                    complete(asOf)));
        }
        return documents;
    }

    private static Bar sum(Interval interval, List<EnrichedCandle> minutes) {
        Candle first = minutes.get(0).candle();
        Candle last = minutes.get(minutes.size() - 1).candle();
        MarketValues market = minutes.stream()
                .map(minute -> minute.candle().market())
                .reduce(MarketValues::followedBy)
                .orElseThrow();
        return new Bar(interval, interval.openTime(first.openTime()), last.closeTime(), market, minutes.size());
    }

    private long closingPosition(Bar bar) {
        return log.stream()
                .filter(record -> record.candle().openTime() >= bar.end())
                .findFirst()
                .orElseThrow()
                .asOf();
    }

    private EnrichedCandle recordAt(long position) {
        return log.stream()
                .filter(record -> record.candlePosition() == position)
                .findFirst()
                .orElseThrow();
    }

    private boolean complete(long asOf) {
        EnrichedCandle first = log.get(0);
        return first.complete()
                && first.features().lookback() == 1
                && log.stream().noneMatch(record -> record.late() && record.asOf() < asOf);
    }
}
