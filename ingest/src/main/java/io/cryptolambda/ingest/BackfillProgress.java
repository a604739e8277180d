package io.cryptolambda.ingest;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how far the backfill has come: a bar in the log, when it has grown and no more often than every two seconds. */
final class BackfillProgress implements Consumer<Double> {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillProgress.class);
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int WIDTH = 20;

    private final LongSupplier nanoTime;
    private long lastShown;
    private int lastPercent = -1;

    /** @param nanoTime real time, in nanoseconds from anywhere */
    BackfillProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastShown = nanoTime.getAsLong();
    }

    @Override
    public void accept(Double done) {
        int percent = (int) Math.floor(100 * done);
        long now = nanoTime.getAsLong();
        if (percent != lastPercent && now - lastShown >= EVERY_NANOS) {
            lastShown = now;
            lastPercent = percent;
            int full = WIDTH * percent / 100;
            LOG.info("event=backfill [{}{}] percent={}", "#".repeat(full), ".".repeat(WIDTH - full), percent);
        }
    }
}
