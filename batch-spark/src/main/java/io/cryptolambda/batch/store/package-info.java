/**
 * The store: where tables lie, how Spark reaches them, and the few things of Delta Lake that the jobs need.
 *
 * <p>A store is any Hadoop file system: {@code s3a://}, {@code hdfs://} or {@code file://}. Names of tables are here and
 * nowhere else.
 */
package io.cryptolambda.batch.store;
