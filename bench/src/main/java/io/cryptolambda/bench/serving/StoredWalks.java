package io.cryptolambda.bench.serving;

import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import io.cryptolambda.core.testing.LayerWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Minutes of 20 symbols as a running stack holds them: batch up to an hour ago, speed from the run before on, the newest of
 * speed in the live topic.
 */
record StoredWalks(List<String> symbols, int minutes, long k) {
    private static final int SYMBOLS = 20;
    private static final int MINUTES = 2_000;
    private static final int SINCE_RUN = 60;

    static StoredWalks write(ServingStack stack) throws Exception {
        int known = MINUTES - SINCE_RUN;
        long k = LayerDocuments.position(known);
        List<String> symbols = new ArrayList<>();
        LayerWriter writer = new LayerWriter(stack.elasticsearch());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) stack.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < SYMBOLS; i++) {
                String symbol = "SYM" + (char) ('A' + i) + "USDT";
                symbols.add(symbol);
                List<EnrichedCandle> documents =
                        new LayerDocuments(Candles.randomWalk(new Random(i), symbol, MINUTES), 0).candles();
                List<EnrichedCandle> speed = documents.subList(known - SINCE_RUN, MINUTES);
                writer.batchCandles("run-1", documents.subList(0, known)).speedCandles(speed);
                writer.flush();
                for (EnrichedCandle each : speed) {
                    byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
                    producer.send(new ProducerRecord<>(Topics.FEATURES, 0, key, EnrichedCandleJson.write(each)));
                }
            }
        }
        writer.publish(run(k, known));
        return new StoredWalks(symbols, MINUTES, k);
    }

    /** Open time after the last. */
    long end() {
        return Candles.START + minutes * Interval.ONE_MINUTE.millis();
    }

    private static BatchRun run(long k, int known) {
        long boundary = Candles.START + known * Interval.ONE_MINUTE.millis();
        return new BatchRun(
                "run-1",
                1,
                new TreeMap<>(Map.of(0, k)),
                Map.of(Interval.ONE_MINUTE, boundary),
                Map.of(Interval.ONE_MINUTE, (long) SYMBOLS * known),
                0,
                boundary,
                boundary);
    }
}
