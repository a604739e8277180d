package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.ConsumerGroups;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.records.DeadLetter;
import io.cryptolambda.speed.flink.records.KafkaValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The job's Kafka source and sinks. Sinks wait for the broker before a checkpoint completes. */
public final class KafkaEnds {
    private final KafkaAccess kafka;

    /** @param kafka where, and how the job is let in */
    public KafkaEnds(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /**
     * Candles with features, committed transactions only. Offsets are committed with each checkpoint to show the lag; they
     * are not where a job starts.
     */
    public KafkaSource<KafkaValue> features() {
        return source(Topics.FEATURES);
    }

    /** Seeds, committed transactions only: all of a batch run's or none. */
    public KafkaSource<KafkaValue> seeds() {
        return source(Topics.BARS);
    }

    /** Bars with indicators, key = symbol. */
    public KafkaSink<EnrichedBar> indicators() {
        return sink((bar, context, timestamp) ->
                new ProducerRecord<>(Topics.INDICATORS, utf8(bar.symbol()), EnrichedBarJson.write(bar)));
    }

    /** Candles beyond the horizon, key = symbol. */
    public KafkaSink<EnrichedCandle> late() {
        return sink((late, context, timestamp) ->
                new ProducerRecord<>(Topics.LATE, utf8(late.candle().symbol()), EnrichedCandleJson.write(late)));
    }

    /** Records that break the contract. */
    public KafkaSink<DeadLetter> deadLetters() {
        return sink((letter, context, timestamp) -> DeadLetterRecord.of(letter));
    }

    private KafkaSource<KafkaValue> source(String topic) {
        return KafkaSource.<KafkaValue>builder()
                .setProperties(properties())
                .setTopics(topic)
                .setGroupId(ConsumerGroups.FLINK)
                .setClientIdPrefix(ConsumerGroups.FLINK + "-" + topic)
                .setStartingOffsets(new BeginningOfTheLog())
                .setDeserializer(new KafkaValueSchema())
                .setProperty("isolation.level", "read_committed")
                .setProperty("fetch.max.wait.ms", "50")
                .build();
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> schema) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setKafkaProducerConfig(properties())
                .setRecordSerializer(schema)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("enable.idempotence", "true")
                .setProperty("compression.type", "lz4")
                .setProperty("linger.ms", "5")
                .build();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(kafka.with(Map.of()));
        return properties;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
