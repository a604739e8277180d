package io.cryptolambda.bench.speed;

import io.cryptolambda.bench.log.FeatureRecords;
import io.cryptolambda.bench.report.Answering;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.speed.flink.records.Document;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32C;

/**
 * How far a job has come that runs in this JVM. The bar in progress of a day tells it: it is the last that a candle changes,
 * and the newest of a partition that was passed on stands for all candles before it.
 */
final class JobProgress {
    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;
    private static final long MINUTES_LIMIT = 5;

    private final long count;
    private final long warm;
    private final long[] last;
    private final AtomicLongArray read = new AtomicLongArray(FeatureRecords.PARTITIONS);
    private final CountDownLatch partitions = new CountDownLatch(FeatureRecords.PARTITIONS);
    private final LongAdder built = new LongAdder();
    private final LongAdder minutes = new LongAdder();
    private final LongAdder minuteSums = new LongAdder();
    private final Map<String, Written> bars = new ConcurrentHashMap<>();
    private volatile long warmAt;
    private volatile long endedAt;
    private volatile double warmCpu;
    private volatile double endCpu;

    private record Written(long asOf, long sum) {}

    /** @param count candles that come */
    JobProgress(long count) {
        this.count = count;
        this.warm = count / 5;
        this.last = FeatureRecords.lastPositions(count);
    }

    /** A document was built. */
    void document(Document document) {
        CRC32C crc = new CRC32C();
        crc.update(document.json());
        built.increment();
        if (document.index().startsWith("crypto-speed-1m-")) {
            // Each minute comes once.
            minutes.increment();
            minuteSums.add(crc.getValue());
        } else {
            bars.merge(
                    document.id(),
                    new Written(document.asOf(), crc.getValue()),
                    (old, next) -> old.asOf() > next.asOf() ? old : next);
        }
    }

    /** A bar was passed on. */
    void bar(EnrichedBar bar) {
        if (bar.bar().interval() != Interval.ONE_DAY) {
            return;
        }
        long candles = KnowledgePosition.offset(bar.asOf()) + 1;
        long before = read.getAndAccumulate(bar.partition(), candles, Math::max);
        if (warmAt == 0 && candles() >= warm) {
            warmAt = System.nanoTime();
            warmCpu = Answering.cpuSeconds();
        }
        if (bar.asOf() == last[bar.partition()] && before < candles) {
            endedAt = System.nanoTime();
            endCpu = Answering.cpuSeconds();
            partitions.countDown();
        }
    }

    private long candles() {
        long sum = 0;
        for (int partition = 0; partition < read.length(); partition++) {
            sum += read.get(partition);
        }
        return sum;
    }

    /** Waits for the last candle of each partition. */
    void await() throws InterruptedException {
        if (!partitions.await(MINUTES_LIMIT, TimeUnit.MINUTES)) {
            throw new IllegalStateException("only " + candles() + " of " + count + " candles in time: " + read);
        }
    }

    /** Candles a second over the last four fifths. */
    double candlesPerSecond() {
        return (count - warm) / ((endedAt - warmAt) / NANOS);
    }

    /** CPU of all threads over the last four fifths, in seconds a million candles. */
    double cpuSecondsPerMillion() {
        return (endCpu - warmCpu) / (count - warm) * MILLION;
    }

    /** How many documents were built, those included that a later state took the place of. */
    long built() {
        return built.sum();
    }

    /** How many documents there are in the end. */
    long documents() {
        return minutes.sum() + bars.size();
    }

    /** Of every document there is in the end, whatever their order. */
    long checksum() {
        return minuteSums.sum() + bars.values().stream().mapToLong(Written::sum).sum();
    }
}
