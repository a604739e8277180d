package io.cryptolambda.ingest.feed;

/** Where candles go: in the order of the calls per symbol, each once. Blocks while the log takes nothing. */
public interface CandleSink {
    void send(Outgoing record) throws InterruptedException;
}
