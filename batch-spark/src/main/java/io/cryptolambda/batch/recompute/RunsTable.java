package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The table {@code views/runs}: one row per run, written when all its tables are. A reader takes the newest row and reads
 * the tables at its versions, so it never sees a mix; an older row is the world as it was known then.
 */
final class RunsTable {
    private static final int FILES_TOLERATED = 50;

    private final DeltaPath path;

    RunsTable(SparkSession spark, String location) {
        this.path = new DeltaPath(spark, location);
    }

    /** The newest run. */
    Optional<StoredRun> newest() {
        return newest(1).stream().findFirst();
    }

    /** The newest {@code count} runs, the newest first. */
    List<StoredRun> newest(int count) {
        if (!path.exists()) {
            return List.of();
        }
        return path.at(path.version()).orderBy(col("run_id").desc()).limit(count).collectAsList().stream()
                .map(RunRows::read)
                .toList();
    }

    /** The run of this id. */
    Optional<StoredRun> find(String runId) {
        if (!path.exists()) {
            return Optional.empty();
        }
        return path.at(path.version()).where(col("run_id").equalTo(runId)).collectAsList().stream()
                .map(RunRows::read)
                .findFirst();
    }

    /** Adds a run, in one commit. */
    void add(StoredRun run, Lease lease) {
        lease.requireHeld();
        path.spark()
                .createDataFrame(List.of(RunRows.write(run)), RunRows.SCHEMA)
                .write()
                .format("delta")
                .mode("append")
                .option("txnAppId", "lease")
                .option("txnVersion", lease.epoch())
                .option("userMetadata", run.run().runId())
                .save(path.location());
        path.commit(run.run().runId());
    }

    /** Puts the rows of many runs into one file, once there are many. */
    void compact() {
        if (path.exists() && path.files() > FILES_TOLERATED) {
            path.at(path.version())
                    .coalesce(1)
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .option("dataChange", "false")
                    .save(path.location());
        }
    }
}
