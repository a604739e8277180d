package io.cryptolambda.ingest.soak;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Gap;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.GapJson;
import io.cryptolambda.core.json.Parsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What ingest has left in Kafka.
 *
 * @param candles all candles, a symbol's in the order of the log
 * @param gaps the ledger, the newest of each key
 */
record RawLog(List<Candle> candles, Map<String, Gap> gaps) {
    static RawLog of(String kafka) {
        return new RawLog(candles(kafka, Topics.RAW), gaps(kafka));
    }

    /** The running minutes, in the order of the log. */
    static List<Candle> openCandles(String kafka) {
        return candles(kafka, Topics.OPEN_CANDLES);
    }

    private static List<Candle> candles(String kafka, String topic) {
        List<Candle> candles = new ArrayList<>();
        read(kafka, topic, record -> {
            if (CandleJson.parse(record.value()) instanceof Parsed.Ok<Candle> ok) {
                candles.add(ok.value());
            }
        });
        return candles;
    }

    private static Map<String, Gap> gaps(String kafka) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        read(kafka, Topics.GAPS, record -> {
            if (record.value() == null) {
                gaps.remove(record.key());
            } else {
                gaps.put(record.key(), ((Parsed.Ok<Gap>) GapJson.parse(record.value())).value());
            }
        });
        return gaps;
    }

    private static void read(String kafka, String topic, Consumer<ConsumerRecord<String, byte[]>> taker) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(taker);
            }
        }
    }
}
