package io.cryptolambda.ingest.binance;

/** What can be asked of the exchange. Thread-safe. */
public interface CandleHistory {
    /** The exchange's clock, epoch milliseconds UTC. */
    long time() throws InterruptedException;

    /**
     * The oldest klines with open times in {@code from ... to}, both inclusive, epoch milliseconds UTC.
     * {@link Long#MAX_VALUE} as {@code to} is no bound.
     *
     * @throws RequestRefused if the exchange refuses what is asked
     * @throws ExchangeUnavailable if there is no usable answer
     */
    KlinePage klines(String symbol, long from, long to) throws InterruptedException;
}
