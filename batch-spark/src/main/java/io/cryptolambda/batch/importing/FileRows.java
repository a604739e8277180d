package io.cryptolambda.batch.importing;

import io.cryptolambda.batch.master.ImportRows;
import io.cryptolambda.batch.master.ImportedFile;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** The rows of one file for the master dataset, its bad ones and the note of its import included. */
final class FileRows {
    private final FileTask task;
    private final String symbol;
    private final List<Row> rows = new ArrayList<>();
    private long toMaster;
    private long toLog;
    private long rejected;

    private FileRows(FileTask task) {
        this.task = task;
        this.symbol = task.file().symbol();
    }

    static List<Row> of(FileTask task) {
        FileRows rows = new FileRows(task);
        task.readLines(rows::add);
        ImportedFile note = new ImportedFile(
                task.name(), task.sha256(), task.position().sequence(), rows.toMaster, rows.toLog, rows.rejected);
        rows.rows.add(ImportRows.imported(note, task.position()));
        return rows.rows;
    }

    private void add(ArchiveLine line) {
        if (line instanceof ArchiveLine.Bad bad) {
            String reason = task.name() + " line " + bad.number() + ": " + bad.reason();
            rows.add(ImportRows.rejected(symbol, bad.text(), reason, task.position()));
            rejected++;
            return;
        }
        Candle candle = ((ArchiveLine.Good) line).candle();
        if (candle.openTime() >= task.logFrom()) {
            toLog++;
        } else {
            rows.add(ImportRows.candle(candle, task.position()));
            toMaster++;
        }
    }
}
