package io.cryptolambda.e2e.fault;

/**
 * A record of the raw topic as it lies there.
 *
 * @param partition its partition
 * @param offset its offset
 * @param appendTime the broker's, epoch milliseconds UTC
 * @param key may be null
 * @param value may be null
 */
record RawRecord(int partition, long offset, long appendTime, byte[] key, byte[] value) {}
