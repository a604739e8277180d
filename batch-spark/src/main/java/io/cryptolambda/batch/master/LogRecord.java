package io.cryptolambda.batch.master;

import java.io.Serializable;

/**
 * A record of the raw topic, as it was taken from the broker.
 *
 * @param partition its partition
 * @param offset its offset in it
 * @param appendTime the broker's append time, epoch milliseconds UTC
 * @param key its key; may be null
 * @param value its value; may be null
 */
record LogRecord(int partition, long offset, long appendTime, byte[] key, byte[] value) implements Serializable {}
