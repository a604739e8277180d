package io.cryptolambda.speed.flink.records;

/**
 * A record as it came from Kafka.
 *
 * @param topic where it was
 * @param partition partition it was in
 * @param offset offset it was at
 * @param key its key; null where it has none
 * @param value its value; null where it has none
 */
public record KafkaValue(String topic, int partition, long offset, byte[] key, byte[] value) {}
