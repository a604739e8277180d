package io.cryptolambda.batch.master;

import java.io.Serializable;

/**
 * Where the rows of an imported file stand: after the last record of their partition that the master dataset knew, and
 * before the next.
 *
 * @param generation generation of the raw topic
 * @param partition the partition of the raw topic that the file's symbol lives in
 * @param asOf knowledge position of the last record before; one below the generation's first where there was none
 * @param time when it was imported, epoch milliseconds UTC; for people
 * @param sequence orders what stands at the same position: grows from file to file, from 1
 */
public record ImportPosition(int generation, int partition, long asOf, long time, long sequence)
        implements Serializable {}
