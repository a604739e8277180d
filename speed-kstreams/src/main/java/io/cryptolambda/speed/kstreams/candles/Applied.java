package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.EnrichedCandle;
import java.util.List;

/**
 * What came of a record.
 *
 * @param outcome what it did to its symbol
 * @param emissions the documents that it changed, in open-time order; empty for a duplicate
 */
public record Applied(Outcome outcome, List<EnrichedCandle> emissions) {
    public Applied {
        emissions = List.copyOf(emissions);
    }
}
