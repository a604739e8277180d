package io.cryptolambda.batch.master;

import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.view.WinnerFold;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.KafkaAccess;
import java.time.Duration;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts back into an empty raw topic what the speed layer needs of it, where Kafka's data are lost: each symbol's candles of
 * the horizon and a day more, as they stand, in order of open time. What lies further back reaches the speed layer by seeds.
 *
 * <p>The topic is another one, so its records have positions of another generation, above all earlier ones. Archived, they
 * are equal to what the master dataset has: duplicates, which change no value and no position. Not repeatable on the
 * same topic: it refuses one that holds anything, so a run that was killed begins again with a new topic.
 */
public final class RestoreJob {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreJob.class);

    private final MasterDataset master;
    private final KafkaAccess kafka;
    private final int generation;
    private final long behind;
    private final int partitions;

    /**
     * @param kafka where the log is
     * @param generation generation of the new raw topic
     * @param horizon how far behind a symbol's newest candle the speed layer takes one
     * @param partitions number of partitions of a shuffle
     */
    public RestoreJob(MasterDataset master, KafkaAccess kafka, int generation, Duration horizon, int partitions) {
        this.master = master;
        this.kafka = kafka;
        this.generation = generation;
        this.behind = horizon.toMillis() + Interval.ONE_DAY.millis();
        this.partitions = partitions;
    }

    /**
     * Runs once.
     *
     * @return number of records written
     * @throws IllegalStateException if there is nothing to restore from, the topic is not empty, or it was archived as this
     *     generation before
     * @throws InterruptedException if interrupted while waiting for the broker
     */
    public long run() throws InterruptedException {
        MasterDataset.Snapshot snapshot = master.snapshot();
        requireNewTopic();
        long records = 0;
        try (LogWriter log = new LogWriter(kafka)) {
            // Spark uses one row for all of a partition, which the iterator hands over whole.
            Iterator<InternalRow> rows = InternalRows.of(
                            snapshot.tail(behind, partitions).selectExpr(LogCandleRows.COLUMNS))
                    .map(InternalRow::copy)
                    .toLocalIterator();
            WinnerFold winners = new WinnerFold(InternalRows.mapped(rows, LogCandleRows::read));
            while (winners.hasNext()) {
                log.send(winners.next().candle());
                records++;
            }
            log.awaitAcknowledgement();
        }
        LOG.info("event=log_restored generation={} records={}", generation, records);
        return records;
    }

    private void requireNewTopic() throws InterruptedException {
        if (master.topic(generation).isPresent()) {
            throw new IllegalStateException("generation " + generation
                    + " was archived already; a raw topic that is made anew needs a higher --generation everywhere");
        }
        LogBounds bounds = new RawLog(kafka).bounds();
        if (bounds.end().values().stream().anyMatch(end -> end > 0)) {
            throw new IllegalStateException("the raw topic is not empty: it ends at " + bounds.end()
                    + "; restore writes into a new topic only");
        }
    }
}
