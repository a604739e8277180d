package io.cryptolambda.batch.master;

import java.io.Serializable;

/**
 * A stretch of one partition of the raw topic, half-open.
 *
 * @param partition the partition
 * @param from first offset
 * @param to offset after the last
 */
record OffsetRange(int partition, long from, long to) implements Serializable {}
