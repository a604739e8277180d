package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.log.FeatureRecords;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;

/**
 * How far a job has come that runs in this JVM. The bar in progress of a day tells it: each candle changes it once, and it
 * then knows that candle.
 */
final class JobProgress {
    private static final double NANOS = 1e9;
    private static final long MINUTES_LIMIT = 5;

    private final long warm;
    private final long[] last;
    private final CountDownLatch partitions = new CountDownLatch(FeatureRecords.PARTITIONS);
    private final Set<Integer> ended = ConcurrentHashMap.newKeySet();
    private final AtomicLong candles = new AtomicLong();
    private final LongAdder documents = new LongAdder();
    private final LongAdder checksum = new LongAdder();
    private final long count;
    private volatile long warmAt;
    private volatile long endedAt;

    /** @param count candles that come */
    JobProgress(long count) {
        this.count = count;
        this.warm = count / 5;
        this.last = FeatureRecords.lastPositions(count);
    }

    void document(byte[] json) {
        CRC32C crc = new CRC32C();
        crc.update(json);
        checksum.add(crc.getValue());
        documents.increment();
    }

    void bar(EnrichedBar bar) {
        if (bar.bar().interval() != Interval.ONE_DAY) {
            return;
        }
        if (candles.incrementAndGet() == warm) {
            warmAt = System.nanoTime();
        }
        if (bar.asOf() == last[bar.partition()] && ended.add(bar.partition())) {
            endedAt = System.nanoTime();
            partitions.countDown();
        }
    }

    /** Waits for the last candle of each partition. */
    void await() throws InterruptedException {
        if (!partitions.await(MINUTES_LIMIT, TimeUnit.MINUTES)) {
            throw new IllegalStateException(
                    "only " + candles + " of " + count + " candles in time; last " + Arrays.toString(last));
        }
    }

    /** Candles a second over the last four fifths. */
    double candlesPerSecond() {
        return (count - warm) / ((endedAt - warmAt) / NANOS);
    }

    long documents() {
        return documents.sum();
    }

    /** Of every document ever emitted, whatever their order. */
    long checksum() {
        return checksum.sum();
    }
}
