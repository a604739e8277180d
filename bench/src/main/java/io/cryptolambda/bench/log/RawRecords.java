package io.cryptolambda.bench.log;

import io.cryptolambda.bench.data.RandomMinutes;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills the raw topic with generated candles of 50 symbols, minute by minute, as ingest does. */
public final class RawRecords {
    private static final int SYMBOLS = 50;
    private static final int PARTITIONS = 4;
    private static final long START = 1_704_067_200_000L;

    private final String kafka;
    private final RandomMinutes[] symbols = new RandomMinutes[SYMBOLS];

    /** @param kafka bootstrap servers */
    public RawRecords(String kafka) {
        this.kafka = kafka;
        for (int i = 0; i < SYMBOLS; i++) {
            symbols[i] = new RandomMinutes(i, START, 3);
        }
    }

    /** Makes the raw topic, which keeps everything. */
    public void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka))) {
            NewTopic topic = new NewTopic(Topics.RAW, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    /** Appends {@code count} more records. */
    public void produce(long count) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                int symbol = (int) (i % SYMBOLS);
                String name = String.format(Locale.ROOT, "SYM%02dUSDT", symbol);
                symbols[symbol].next();
                producer.send(new ProducerRecord<>(
                        Topics.RAW,
                        name.getBytes(StandardCharsets.UTF_8),
                        CandleJson.write(symbols[symbol].candle(name))));
            }
        }
    }
}
