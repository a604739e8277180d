package io.cryptolambda.local.lambda.stack;

/**
 * What {@code up} was asked for.
 *
 * @param market where the candles come from
 * @param speed times real time of the simulated market, or {@code max}
 * @param batchEveryMillis time from the end of a batch run to the start of the next; 0 for no runs
 * @param verifyEveryMillis time from the end of a check of a few symbols to the start of the next; 0 for none
 * @param elasticsearchHeap heap of Elasticsearch as {@code -Xmx} takes it
 * @param ports the ports
 * @param links which programs reach which servers through a relay
 * @param generation of the raw topic
 * @param retention how much is kept
 */
public record StackSettings(
        Market market,
        String speed,
        long batchEveryMillis,
        long verifyEveryMillis,
        String elasticsearchHeap,
        Ports ports,
        Links links,
        int generation,
        Retention retention) {}
