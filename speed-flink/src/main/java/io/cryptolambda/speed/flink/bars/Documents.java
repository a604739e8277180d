package io.cryptolambda.speed.flink.bars;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicators;
import java.util.function.Consumer;

/**
 * Makes the documents of one symbol.
 *
 * @param exchange the exchange's name
 * @param symbol the exchange's symbol
 * @param partition partition of the raw topic that the symbol lives in
 * @param intact whether every record of the symbol is known
 * @param to receives the documents
 */
record Documents(String exchange, String symbol, int partition, boolean intact, Consumer<EnrichedBar> to)
        implements BarLine.Changes {

    @Override
    public void add(Bar bar, boolean closed, Indicators indicators, AsOf asOf, boolean lookbackHeld) {
        to.accept(new EnrichedBar(
                exchange,
                symbol,
                bar,
                closed,
                indicators,
                asOf.position(),
                asOf.time(),
                partition,
                intact && lookbackHeld));
    }
}
