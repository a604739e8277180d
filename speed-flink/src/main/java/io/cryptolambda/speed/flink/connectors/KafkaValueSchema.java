package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.speed.flink.records.KafkaValue;
import io.cryptolambda.speed.flink.records.RecordTypes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are: an operator parses them, so that a bad one can become a dead letter. */
final class KafkaValueSchema implements KafkaRecordDeserializationSchema<KafkaValue> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KafkaValue> out) {
        out.collect(new KafkaValue(record.topic(), record.partition(), record.offset(), record.key(), record.value()));
    }

    @Override
    public TypeInformation<KafkaValue> getProducedType() {
        return RecordTypes.KAFKA_VALUE;
    }
}
