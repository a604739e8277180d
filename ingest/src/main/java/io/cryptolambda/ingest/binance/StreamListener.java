package io.cryptolambda.ingest.binance;

/** Hears what a connection brings. Called on the connection's reader thread: to block here is to stop reading. */
public interface StreamListener {
    /** All streams are subscribed; whatever closed before may have been missed. */
    void subscribed();

    /** A candle was told about. */
    void kline(KlineEvent event) throws InterruptedException;

    /** A message could not be read. */
    void unreadable(String reason);

    /** A subscribed connection is gone; a new one will be made. */
    void disconnected(String reason);
}
