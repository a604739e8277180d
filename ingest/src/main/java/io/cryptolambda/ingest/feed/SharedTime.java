package io.cryptolambda.ingest.feed;

import io.cryptolambda.ingest.binance.CandleHistory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The exchange's clock for many who ask at about the same time, as all symbols do after a connection was made: one asks,
 * and the others wait for that answer. Thread-safe.
 */
final class SharedTime {
    private static final long GOOD_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final CandleHistory history;
    private final LongSupplier nanoTime;
    private long told;
    private long askedAt;

    /** @param nanoTime protocol time, in nanoseconds from anywhere */
    SharedTime(CandleHistory history, LongSupplier nanoTime) {
        this.history = history;
        this.nanoTime = nanoTime;
    }

    /**
     * A time, epoch milliseconds UTC, that the exchange's clock has passed, asked for at most 200 ms ago; fails as
     * {@link CandleHistory#time()} does.
     */
    synchronized long passed() throws InterruptedException {
        long now = nanoTime.getAsLong();
        if (told == 0 || now - askedAt > GOOD_FOR_NANOS) {
            told = 0;
            askedAt = now;
            told = history.time();
        }
        return told;
    }
}
