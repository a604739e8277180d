package io.cryptolambda.local.lambda.process;

/** What stands on what. Processes are stopped tier by tier from the last to the first. */
public enum Tier {
    /** Keeps data: Kafka, Elasticsearch, S3; also the exchange, which all data comes from. */
    STORAGE,
    /** Runs jobs: Flink. */
    ENGINE,
    /** Our own programs. */
    PROGRAM
}
