/**
 * The batch layer's roll-up and indicators beside DuckDB's exact roll-up and Spark SQL's window functions, over the same
 * generated Parquet files, laid out as {@code compact} lays the master dataset out: a file for each symbol and month, sorted
 * by time. Each contender lives in a JVM of its own, which is asked for one run after the other, in turns.
 */
package io.cryptolambda.bench.batch;
