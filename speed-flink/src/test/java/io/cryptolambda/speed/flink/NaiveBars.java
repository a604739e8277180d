package io.cryptolambda.speed.flink;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every bar document of one symbol as the oracle computes it from the records of its log that the job applies. */
public final class NaiveBars {
    private NaiveBars() {}

    /** Documents by {@link #key}. */
    public static Map<String, EnrichedBar> of(List<EnrichedCandle> log) {
        List<LoggedCandle> applied = log.stream()
                .filter(record -> !record.late() && record.candlePosition() == record.asOf())
                .map(record -> new LoggedCandle(record.candle(), record.asOf(), record.asOfTime()))
                .toList();
        NaiveOracle oracle = new NaiveOracle(applied, log.get(0).partition());
        Map<String, EnrichedBar> documents = new HashMap<>();
        for (Interval interval : Interval.ROLLED_UP) {
            oracle.bars(interval).forEach(bar -> documents.put(key(bar), asFarAsKnown(bar, log)));
        }
        return documents;
    }

    public static String key(EnrichedBar document) {
        return document.symbol() + "|" + document.bar().interval() + "|"
                + document.bar().openTime();
    }

    /** Complete only if the log was read from the symbol's first candle on and no late one has been passed by. */
    private static EnrichedBar asFarAsKnown(EnrichedBar bar, List<EnrichedCandle> log) {
        EnrichedCandle first = log.get(0);
        boolean complete = first.complete()
                && first.features().lookback() == 1
                && log.stream().noneMatch(record -> record.late() && record.asOf() < bar.asOf());
        return new EnrichedBar(
                bar.exchange(),
                bar.symbol(),
                bar.bar(),
                bar.closed(),
                bar.indicators(),
                bar.asOf(),
                bar.asOfTime(),
                bar.partition(),
                complete);
    }
}
