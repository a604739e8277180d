package io.cryptolambda.batch.store;

import java.io.Serializable;

/**
 * A file of a table's rows that is on the store and that no version of the table has yet.
 *
 * @param path its place below the table, such as {@code month=2024-01/part-1.parquet}
 * @param partition value of the table's partition column
 * @param bytes its size
 * @param modified when it was written, epoch milliseconds UTC
 * @param rows number of rows in it
 * @param statistics what the table's log is to tell of its contents: JSON, as Delta's protocol has it
 */
public record DataFile(String path, String partition, long bytes, long modified, long rows, String statistics)
        implements Serializable {}
