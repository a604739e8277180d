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

    /** Documents by {@link #key}, as a job gives them that reads this log and no seeds. */
    public static Map<String, EnrichedBar> of(List<EnrichedCandle> log) {
        List<EnrichedCandle> inTime =
                log.stream().filter(record -> !record.late()).toList();
        Map<String, EnrichedBar> documents = of(candles(inTime), log.get(0).partition());
        documents.replaceAll((key, bar) -> asFarAsKnown(bar, log));
        return documents;
    }

    /** Documents by {@link #key}, complete. */
    public static Map<String, EnrichedBar> of(List<LoggedCandle> log, int partition) {
        NaiveOracle oracle = new NaiveOracle(log, partition);
        Map<String, EnrichedBar> documents = new HashMap<>();
        for (Interval interval : Interval.ROLLED_UP) {
            oracle.bars(interval).forEach(bar -> documents.put(key(bar), bar));
        }
        return documents;
    }

    /** The raw records that a log of the features topic tells of, late ones too. */
    public static List<LoggedCandle> candles(List<EnrichedCandle> log) {
        return log.stream()
                .filter(record -> record.candlePosition() == record.asOf())
                .map(record -> new LoggedCandle(record.candle(), record.asOf(), record.asOfTime()))
                .toList();
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
