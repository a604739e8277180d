package io.cryptolambda.ingest.feed;

/** Where candles go: in the order of the calls per symbol, each once. Blocks while the log takes nothing. */
public interface CandleSink {
    /**
     * Sends a record.
     *
     * @param openTime the candle's open time, or negative if the record is no valid candle
     */
    void send(String symbol, long openTime, byte[] value) throws InterruptedException;
}
