package io.cryptolambda.batch;

import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.StoreLocation;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;

/**
 * What the steps of a run share.
 *
 * @param spark the session
 * @param store where everything lies
 * @param master the master dataset on it
 * @param options what the command was given
 * @param lease the lease of the store, held
 * @param runId identifies the run
 * @param clock for times that people read
 * @param summary what each step adds its figures to
 */
record BatchContext(
        SparkSession spark,
        StoreLocation store,
        MasterDataset master,
        BatchOptions options,
        Lease lease,
        String runId,
        Clock clock,
        Summary summary) {}
