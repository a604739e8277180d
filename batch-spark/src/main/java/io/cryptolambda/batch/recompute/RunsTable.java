package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
        return newest(1).newest();
    }

    /** The newest {@code count} runs. */
    Newest newest(int count) {
        return new Newest(path.state()
                .map(state -> read(table(state).orderBy(col("run_id").desc()).limit(count)))
                .orElse(List.of()));
    }

    /**
     * The newest runs, as they were when they were read.
     *
     * <p>Whatever else is asked about runs is looked up here first: each question to the table is a Spark job.
     */
    final class Newest {
        private final List<StoredRun> runs;

        private Newest(List<StoredRun> runs) {
            this.runs = runs;
        }

        /** The newest. */
        Optional<StoredRun> newest() {
            return runs.stream().findFirst();
        }

        /** The run of this id. */
        Optional<StoredRun> find(String runId) {
            return runs.stream()
                    .filter(run -> run.run().runId().equals(runId))
                    .findFirst()
                    .or(() -> RunsTable.this.find(runId));
        }

        /** With a run that was added since; the newest {@code count}, the newest first. */
        List<StoredRun> with(StoredRun added, int count) {
            return Stream.concat(runs.stream(), Stream.of(added))
                    .sorted(Comparator.comparing((StoredRun run) -> run.run().runId())
                            .reversed())
                    .limit(count)
                    .toList();
        }
    }

    /** The run of this id. */
    Optional<StoredRun> find(String runId) {
        return path.state()
                .flatMap(state -> read(table(state).where(col("run_id").equalTo(runId))).stream()
                        .findFirst());
    }

    private Dataset<Row> table(DeltaPath.State state) {
        return path.at(state.version()).selectExpr(RunRows.SCHEMA.fieldNames());
    }

    private static List<StoredRun> read(Dataset<Row> rows) {
        return InternalRows.collect(rows).stream().map(RunRows::read).toList();
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
