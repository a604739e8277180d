package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Topics;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.feed.FeedLoop;
import io.cryptolambda.ingest.feed.RawRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes the running minute of each symbol to its own topic, at most once a second each, for display. Nothing waits for
 * these records; what the broker does not take, and what is no candle, is counted and dropped. Thread-safe.
 */
public final class OpenCandles implements FeedLoop.OpenCandleListener {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final Producer<String, byte[]> producer;
    private final UnaryOperator<String> pair;
    private final LongSupplier nanoTime;
    private final Counter taken;
    private final Counter dropped;

    /**
     * @param producer one that drops what it cannot take
     * @param pair the pair of a symbol
     * @param nanoTime protocol time, in nanoseconds from anywhere
     */
    public OpenCandles(
            Producer<String, byte[]> producer,
            UnaryOperator<String> pair,
            LongSupplier nanoTime,
            MeterRegistry metrics) {
        this.producer = producer;
        this.pair = pair;
        this.nanoTime = nanoTime;
        this.taken = metrics.counter("ingest_open_candles", "outcome", "written");
        this.dropped = metrics.counter("ingest_open_candles", "outcome", "dropped");
    }

    @Override
    public void open(KlineEvent event) {
        String symbol = event.kline().symbol();
        long now = nanoTime.getAsLong();
        Long before = written.get(symbol);
        if (before != null && now - before < EVERY_NANOS) {
            return;
        }
        written.put(symbol, now);
        if (RawRecord.live(event, pair.apply(symbol)) instanceof RawRecord.Valid valid) {
            producer.send(
                    new ProducerRecord<>(Topics.OPEN_CANDLES, symbol, valid.value()),
                    (metadata, failure) -> (failure == null ? taken : dropped).increment());
        } else {
            dropped.increment();
        }
    }
}
