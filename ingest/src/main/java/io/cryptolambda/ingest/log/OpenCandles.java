package io.cryptolambda.ingest.log;

import io.cryptolambda.core.Topics;
import io.cryptolambda.ingest.binance.KlineEvent;
import io.cryptolambda.ingest.feed.FeedLoop;
import io.cryptolambda.ingest.feed.RawRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes the running minute of each symbol to its own topic, at most once a second each, for display. Nothing waits for
 * these records and nobody counts on them. Thread-safe.
 */
public final class OpenCandles implements FeedLoop.OpenCandleListener {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final Producer<String, byte[]> producer;
    private final UnaryOperator<String> pair;

    /**
     * @param producer one that drops what it cannot take
     * @param pair the pair of a symbol
     */
    public OpenCandles(Producer<String, byte[]> producer, UnaryOperator<String> pair) {
        this.producer = producer;
        this.pair = pair;
    }

    @Override
    public void open(KlineEvent event) {
        String symbol = event.kline().symbol();
        long now = System.nanoTime();
        Long before = written.get(symbol);
        if (before != null && now - before < EVERY_NANOS) {
            return;
        }
        written.put(symbol, now);
        if (RawRecord.live(event, pair.apply(symbol)) instanceof RawRecord.Valid valid) {
            producer.send(new ProducerRecord<>(Topics.OPEN_CANDLES, symbol, valid.value()));
        }
    }
}
