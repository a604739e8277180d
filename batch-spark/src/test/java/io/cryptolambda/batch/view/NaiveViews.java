package io.cryptolambda.batch.view;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.oracle.LoggedCandle;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.List;

/** The views of one symbol as the oracle computes them from its whole log. */
final class NaiveViews {
    private final int partition;
    private final NaiveOracle oracle;

    /** @param log in its own order */
    NaiveViews(List<LogCandle> log) {
        partition = log.get(0).position().partition();
        oracle = new NaiveOracle(
                log.stream()
                        .map(record -> new LoggedCandle(
                                record.candle(),
                                record.position().asOf(),
                                record.position().appendTime()))
                        .toList(),
                partition);
    }

    List<LogCandle> winners() {
        return oracle.winners().stream()
                .map(winner -> new LogCandle(
                        winner.candle(), new LogPosition(winner.position(), winner.appendTime(), partition)))
                .toList();
    }

    List<EnrichedCandle> candles() {
        return oracle.candles().toList();
    }

    List<EnrichedBar> bars(Interval interval) {
        return oracle.bars(interval).toList();
    }
}
