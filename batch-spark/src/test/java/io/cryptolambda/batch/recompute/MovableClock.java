package io.cryptolambda.batch.recompute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, and tells when it is looked at. */
final class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2024-02-05T12:00:00Z");
    private volatile Runnable whenRead = () -> {};

    void forward(Duration by) {
        now = now.plus(by);
    }

    /** Runs {@code action} whenever somebody looks. */
    void whenRead(Runnable action) {
        whenRead = action;
    }

    @Override
    public Instant instant() {
        whenRead.run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
