package io.cryptolambda.ingest.binance;

import java.time.Duration;

/** Waits in protocol time. */
@FunctionalInterface
public interface Pause {
    /** Real time. */
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void forDuration(Duration duration) throws InterruptedException;
}
