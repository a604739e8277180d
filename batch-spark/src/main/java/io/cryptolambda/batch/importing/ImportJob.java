package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.importing.Admission.Known;
import io.cryptolambda.batch.importing.Admission.Refused;
import io.cryptolambda.batch.importing.Admission.Taken;
import io.cryptolambda.batch.importing.Admission.Verdict;
import io.cryptolambda.batch.master.LogWriter;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.archive.ArchiveFile;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports archive files. What is wrong with a file or a row never ends the run: a file that is not sound is refused as a
 * whole and counted, a bad row is kept as such, and the rest goes on. The log must have been archived up to its end before.
 *
 * <p>Idempotent: which files are there is told by the master dataset, by name and SHA-256, in the commits that brought
 * their rows.
 */
public final class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final SparkSession spark;
    private final MasterDataset master;
    private final Settings settings;
    private final Clock clock;

    /**
     * How to import.
     *
     * @param from a folder, its address as Hadoop spells it, or the base address of the public archive
     * @param selection which files
     * @param checksumRequired whether a file without a checksum is refused
     * @param kafka where the log is
     * @param generation generation of the raw topic
     * @param horizon how far behind a symbol's newest candle the speed layer takes one
     * @param partitions number of partitions of a shuffle
     */
    public record Settings(
            String from,
            FileSelection selection,
            boolean checksumRequired,
            KafkaAccess kafka,
            int generation,
            Duration horizon,
            int partitions) {}

    public ImportJob(SparkSession spark, MasterDataset master, Settings settings, Clock clock) {
        this.spark = spark;
        this.master = master;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Runs once.
     *
     * @throws IOException if the folder cannot be read
     */
    public ImportResult run(String runId) throws IOException, InterruptedException {
        ArchiveSource source = source();
        List<ArchiveFile> files = source.files();
        MasterDataset.Snapshot snapshot = master.snapshot();
        Positions positions = new Positions(snapshot, settings.generation(), settings.horizon(), clock.millis());
        Admission admission = new Admission(snapshot.importedFiles(0), settings.checksumRequired());
        ImportResult result = new ImportResult(files.size(), source.ignored());
        LOG.info("event=import_started files={} of_other_intervals={}", files.size(), source.ignored());
        try (LogWriter log = new LogWriter(settings.kafka());
                Prefetch<List<Fetched>> fetching = new Prefetch<>(files.stream()
                        .<Callable<List<Fetched>>>map(file -> () -> source.fetch(file))
                        .iterator())) {
            ImportBatch batch = new ImportBatch(spark, master, log, runId, settings.partitions(), result);
            for (List<Fetched> next = fetching.next(); next != null; next = fetching.next()) {
                next.forEach(fetched -> take(fetched, admission, positions, batch, result));
                result.addDone();
                batch.storeIfLarge();
            }
            batch.store();
        }
        return result;
    }

    private ArchiveSource source() throws IOException {
        return ImportAddress.isWeb(settings.from())
                ? new WebSource(URI.create(settings.from()), settings.selection())
                : new StoredSource(
                        ImportAddress.folder(settings.from()),
                        spark.sparkContext().hadoopConfiguration(),
                        settings.selection());
    }

    private static void take(
            Fetched fetched, Admission admission, Positions positions, ImportBatch batch, ImportResult result) {
        String name = fetched.file().name();
        if (fetched instanceof Fetched.Missing) {
            LOG.warn("event=file_missing file={}", name);
            result.addMissing();
        } else if (fetched instanceof Fetched.Unreadable unreadable) {
            refuse(name, unreadable.reason(), result);
        } else if (fetched instanceof Fetched.Found found) {
            Verdict verdict = admission.judge(found);
            if (found.checksum() == null) {
                result.addWithoutChecksum();
            }
            if (verdict instanceof Refused refused) {
                refuse(name, refused.reason(), result);
            } else if (verdict instanceof Known known) {
                result.addKnown(known.before());
            } else if (verdict instanceof Taken taken) {
                batch.add(taken, positions);
            }
        }
    }

    private static void refuse(String name, String reason, ImportResult result) {
        LOG.error("event=file_refused file={} reason=\"{}\"", name, reason);
        result.addRefused(name, reason);
    }
}
