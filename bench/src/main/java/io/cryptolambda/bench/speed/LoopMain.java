package io.cryptolambda.bench.speed;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.LiveRecords;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import io.cryptolambda.speed.kstreams.candles.LoggedCandle;
import io.cryptolambda.speed.kstreams.candles.MapSymbolStore;
import io.cryptolambda.speed.kstreams.candles.SymbolCandles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Consume, parse, compute the features, produce: the same documents as the Streams app's, with no state but the heap, no
 * transaction and no way back after a crash. Reads on until it is ended.
 */
final class LoopMain {
    private static final Duration HORIZON = Duration.ofHours(24);
    private static final Duration POLL = Duration.ofMillis(100);
    // As the Streams app does while it catches up.
    private static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(LiveRecords.CATCHING_UP_MILLIS);
    private static final long BEGINNING = KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, 0);

    private final Map<String, SymbolCandles> symbols = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;

    private LoopMain(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @param args bootstrap servers, consumer group */
    public static void main(String[] args) {
        Map<String, Object> reading = new HashMap<>();
        reading.put("bootstrap.servers", args[0]);
        reading.put("group.id", args[1]);
        reading.put("auto.offset.reset", "earliest");
        reading.put("enable.auto.commit", false);
        reading.put("isolation.level", "read_committed");
        // As the Streams app has them: the same batches on both sides.
        reading.put("max.poll.records", 1_000);
        Map<String, Object> writing = new HashMap<>();
        writing.put("bootstrap.servers", args[0]);
        writing.put("linger.ms", 100);
        writing.put("batch.size", 128 << 10);
        writing.put("acks", "all");
        writing.put("enable.idempotence", true);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.subscribe(List.of(Topics.RAW));
            new LoopMain(producer).run(consumer);
        }
    }

    private void run(KafkaConsumer<byte[], byte[]> consumer) {
        long committed = System.nanoTime();
        while (true) {
            consumer.poll(POLL).forEach(this::process);
            if (System.nanoTime() - committed > COMMIT_NANOS) {
                // What is committed is written: at least once.
                producer.flush();
                consumer.commitSync();
                committed = System.nanoTime();
            }
        }
    }

    private void process(ConsumerRecord<byte[], byte[]> record) {
        if (!(RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok)) {
            throw new IllegalStateException("not a candle: " + record);
        }
        long position = KnowledgePosition.of(KnowledgePosition.FIRST_GENERATION, record.offset());
        SymbolCandles candles = symbols.computeIfAbsent(
                ok.value().symbol(), symbol -> new SymbolCandles(new MapSymbolStore(), record.partition(), HORIZON));
        LoggedCandle logged = new LoggedCandle(ok.value(), position, record.timestamp());
        for (EnrichedCandle emission : candles.apply(logged, BEGINNING).emissions()) {
            producer.send(new ProducerRecord<>(
                    Topics.FEATURES, record.partition(), record.key(), EnrichedCandleJson.write(emission)));
        }
    }
}
