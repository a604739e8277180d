package io.cryptolambda.speed.flink.records;

/**
 * A record that breaks the contract, with its original bytes.
 *
 * @param origin the record
 * @param error why it was refused
 */
public record DeadLetter(KafkaValue origin, String error) {}
