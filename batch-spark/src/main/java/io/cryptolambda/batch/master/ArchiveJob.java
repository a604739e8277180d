package io.cryptolambda.batch.master;

import io.cryptolambda.batch.store.DataFile;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.FileAppend;
import io.cryptolambda.core.access.KafkaAccess;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the master dataset what the log has grown by since.
 *
 * <p>Exactly once: the run reads on from where the table ends up to the log's end at its start, and appends all of it in
 * one atomic commit, which says itself where it ends ({@link ArchivedOffsets}). A crash before the commit leaves nothing, a
 * crash after it leaves all, and the next run starts from whichever it was. The commit also carries Delta's transaction id,
 * made of the offsets it starts from: of two runs that start from the same state only one can commit.
 */
public final class ArchiveJob {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveJob.class);

    /** As many as are held in memory, some 300 bytes each, on each core at once, to be sorted. */
    private static final long RECORDS_PER_FILE = 250_000;

    private final SparkSession spark;
    private final RawLog log;
    private final MasterDataset master;
    private final int generation;

    /**
     * @param kafka where the log is
     * @param generation generation of the raw topic
     */
    public ArchiveJob(SparkSession spark, KafkaAccess kafka, MasterDataset master, int generation) {
        this.spark = spark;
        this.log = new RawLog(kafka);
        this.master = master;
        this.generation = generation;
    }

    /**
     * What a run has done.
     *
     * @param records number of records appended
     * @param rejected number of those among them that break the contract
     */
    public record Result(long records, long rejected) {}

    /**
     * Runs once.
     *
     * @param runId identifies the run in the table's history
     * @throws LogLostException if the log no longer has what is needed next, or is another topic than before
     * @throws InterruptedException if interrupted while waiting for the broker
     */
    public Result run(String runId) throws InterruptedException {
        LogBounds bounds = log.bounds();
        claim(bounds);
        SortedMap<Integer, Long> stored = master.snapshot().nextOffsets(generation);
        List<OffsetRange> plan = OffsetPlan.of(stored, bounds);
        if (plan.isEmpty()) {
            LOG.info("event=archive_up_to_date");
            return new Result(0, 0);
        }
        LOG.info("event=archive_started ranges={}", plan);
        ArchivedOffsets end = ArchivedOffsets.after(plan, stored, generation, runId);
        append(log.records(spark, OffsetPlan.divided(plan, RECORDS_PER_FILE)), stored, end.text());
        DeltaPath.Commit commit = master.path().commit(end.text());
        Result result = new Result(commit.rows(), master.rejectedBy(commit.version()));
        LOG.info("event=archive_committed records={} rejected={}", result.records(), result.rejected());
        return result;
    }

    private void claim(LogBounds bounds) {
        TopicIdentity now = new TopicIdentity(bounds.topicId(), bounds.end().size());
        if (!master.exists()) {
            master.create(generation, now);
            return;
        }
        master.addMissingColumns();
        TopicIdentity known = master.topic(generation).orElse(null);
        if (known == null) {
            master.claim(generation, now);
        } else if (!known.equals(now)) {
            throw new LogLostException("the raw topic was made anew or repartitioned: it is " + now + ", generation "
                    + generation + " of the master dataset was archived from " + known
                    + "; raise --generation everywhere to go on with the topic as it is now");
        }
    }

    /**
     * Appends records in one commit: a file of each partition of them and each month in it.
     *
     * @param stored the state of the master dataset that the records continue
     * @param metadata identifies the commit
     */
    void append(JavaRDD<LogRecord> records, SortedMap<Integer, Long> stored, String metadata) {
        master.requireHeld();
        FileAppend append = new FileAppend(master.path(), MasterColumns.MONTH, "archive/" + generation + "/" + stored);
        if (append.isDone()) {
            return;
        }
        LogFiles files = new LogFiles(master.path(), generation);
        List<DataFile> written = records.mapPartitions(
                        partition -> files.write(partition).iterator())
                .collect();
        master.requireHeld();
        append.commit(written, metadata);
    }
}
