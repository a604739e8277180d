package io.cryptolambda.ingest.stream;

import io.cryptolambda.ingest.binance.KlineEvent;

/** Hears what connections bring. */
public interface StreamListener {
    /** A candle was told about. Called on a connection's reader thread: to block here is to stop reading. */
    void kline(KlineEvent event) throws InterruptedException;

    /** A message could not be read. Called on a connection's reader thread. */
    void unreadable(String reason);

    /** A connection has all its streams; whatever closed before may have been missed. */
    void subscribed();

    /** A subscribed connection is gone; a new one will be made. */
    void disconnected(String reason);
}
