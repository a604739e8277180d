package io.cryptolambda.ingest.binance;

import java.util.List;

/** What can be asked of the exchange. */
public interface CandleHistory {
    /** The exchange's clock, epoch milliseconds UTC. */
    long time() throws InterruptedException;

    /**
     * The oldest klines with open times in {@code from ... to}, both inclusive, epoch milliseconds UTC, in their order; at
     * most {@link #page()} of them, and the open one may be the last. {@link Long#MAX_VALUE} as {@code to} is no bound.
     */
    List<Kline> klines(String symbol, long from, long to) throws InterruptedException;

    /** Most klines in one answer: fewer mean that there are no more. */
    int page();
}
