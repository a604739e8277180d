package io.cryptolambda.batch.importing;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.importing.Admission.Taken;
import io.cryptolambda.batch.master.ImportRows;
import io.cryptolambda.batch.master.ImportedFile;
import io.cryptolambda.batch.master.LogWriter;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.core.archive.ArchiveLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are stored together, in one commit. */
final class ImportBatch {
    private static final Logger LOG = LoggerFactory.getLogger(ImportBatch.class);
    private static final long LARGE_BYTES = 16 << 20;
    private static final int LARGE_FILES = 500;
    private static final int REJECTIONS_SHOWN = 20;

    private final SparkSession spark;
    private final MasterDataset master;
    private final LogWriter log;
    private final String runId;
    private final int partitions;
    private final ImportResult result;

    private final List<FileTask> tasks = new ArrayList<>();
    private final Map<Long, List<Long>> earlier = new TreeMap<>();
    private long bytes;
    private int rejectionsShown;

    ImportBatch(
            SparkSession spark,
            MasterDataset master,
            LogWriter log,
            String runId,
            int partitions,
            ImportResult result) {
        this.spark = spark;
        this.master = master;
        this.log = log;
        this.runId = runId;
        this.partitions = partitions;
        this.result = result;
    }

    void add(Taken taken, Positions positions) {
        String symbol = taken.file().symbol();
        tasks.add(new FileTask(
                taken.file().name(),
                taken.zip(),
                taken.sha256(),
                positions.of(symbol, taken.sequence()),
                positions.logFrom(symbol)));
        if (!taken.earlier().isEmpty()) {
            earlier.put(taken.sequence(), taken.earlier());
        }
        bytes += taken.zip().length;
    }

    /** Stores what was added once it is much. */
    void storeIfLarge() {
        if (bytes >= LARGE_BYTES || tasks.size() >= LARGE_FILES) {
            store();
        }
    }

    /** Stores what was added: first what goes to the log, then the rest, with the note that it was imported. */
    void store() {
        if (tasks.isEmpty()) {
            return;
        }
        tasks.stream().filter(FileTask::reachesTheLog).forEach(this::writeToLog);
        log.awaitAcknowledgement();
        long first = tasks.get(0).position().sequence();
        MasterDataset.Snapshot stored = master.append(rows(), first, runId + "/" + first);
        List<ImportedFile> notes = stored.importedFiles(first - 1);
        result.addImported(notes, earlier.size(), RepeatedRows.count(spark, stored, earlier));
        showRejections(stored, notes, first);
        LOG.info(
                "event=import_progress files_done={} files={} rows_to_master={} rows_to_log={} rejected={}",
                result.filesDone(),
                result.files(),
                result.toMaster(),
                result.toLog(),
                result.rejected());
        tasks.clear();
        earlier.clear();
        bytes = 0;
    }

    /** Written before the file is noted as imported: after a crash in between they are written again. */
    private void writeToLog(FileTask task) {
        task.readLines(line -> {
            if (line instanceof ArchiveLine.Good good && good.candle().openTime() >= task.logFrom()) {
                log.send(good.candle());
            }
        });
    }

    private Dataset<Row> rows() {
        int slices = Math.min(tasks.size(), 4 * partitions);
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, slices)
                .flatMap(task -> FileRows.of(task).iterator());
        return spark.createDataFrame(rows, ImportRows.SCHEMA)
                .repartition(partitions, col("month"), col("symbol"))
                .sortWithinPartitions("month", "symbol", "open_time", "import_sequence");
    }

    private void showRejections(MasterDataset.Snapshot stored, List<ImportedFile> notes, long first) {
        int room = REJECTIONS_SHOWN - rejectionsShown;
        if (room > 0 && notes.stream().anyMatch(note -> note.rejected() > 0)) {
            List<Row> shown = stored.rejections()
                    .where(col("import_sequence").geq(first))
                    .select("rejected")
                    .limit(room)
                    .collectAsList();
            shown.forEach(row -> LOG.warn("event=row_rejected row=\"{}\"", row.getString(0)));
            rejectionsShown += shown.size();
        }
    }
}
