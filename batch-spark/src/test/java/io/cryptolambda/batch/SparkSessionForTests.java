package io.cryptolambda.batch;

import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.access.S3Access;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the test JVM, as the program starts it, but local. */
public final class SparkSessionForTests {
    private SparkSessionForTests() {}

    /** Starts it, or returns the one that runs. */
    public static SparkSession get() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        // For the file system that fails: a log store that asks no more of one than the local one gives.
        System.setProperty("spark.delta.logStore.failing.impl", "io.delta.storage.LocalLogStore");
        return Sessions.start(new StoreLocation("file:///", S3Access.at("http://127.0.0.1:1")), 2);
    }
}
