package io.cryptolambda.batch.master;

import static org.apache.spark.sql.functions.col;

import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.view.LogCandle;
import io.cryptolambda.core.json.CandleJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Writes candles of the master dataset as text, a file per symbol, in the order of the log. Run again, it writes the same
 * files over; Spark must run in one process, whose disk they are on.
 */
public final class ExportJob {
    private final MasterDataset master;
    private final int generation;

    /** @param generation of the raw topic as it is now */
    public ExportJob(MasterDataset master, int generation) {
        this.master = master;
        this.generation = generation;
    }

    /**
     * @param folder where to
     * @param below per partition of the raw topic the offset from which on records are left out
     * @param symbols whose; empty for all
     */
    public void run(Path folder, Map<Integer, Long> below, List<String> symbols) {
        Dataset<Row> rows = master.snapshot().valid().where(wanted(below));
        if (!symbols.isEmpty()) {
            rows = rows.where(col("symbol").isin(symbols.toArray()));
        }
        String target = folder.toString();
        InternalRows.of(rows.selectExpr(LogCandleRows.COLUMNS)
                        .repartition(col("symbol"))
                        .sortWithinPartitions("symbol", "as_of", "import_sequence"))
                .foreachPartition(candles -> write(Path.of(target), candles));
    }

    private Column wanted(Map<Integer, Long> below) {
        Column wanted = col("import_sequence")
                .gt(MasterColumns.OF_THE_LOG)
                .or(col("generation").lt(generation));
        Column known = col("import_sequence")
                .equalTo(MasterColumns.OF_THE_LOG)
                .and(col("generation").equalTo(generation));
        if (below.isEmpty()) {
            return wanted.or(known);
        }
        for (Map.Entry<Integer, Long> end : below.entrySet()) {
            wanted = wanted.or(known.and(col("partition").equalTo(end.getKey()))
                    .and(col("offset").lt(end.getValue())));
        }
        return wanted;
    }

    private static void write(Path folder, Iterator<InternalRow> candles) throws IOException {
        String symbol = null;
        OutputStream file = OutputStream.nullOutputStream();
        try {
            while (candles.hasNext()) {
                LogCandle logged = LogCandleRows.read(candles.next());
                if (!logged.candle().symbol().equals(symbol)) {
                    file.close();
                    symbol = logged.candle().symbol();
                    file = new GZIPOutputStream(Files.newOutputStream(
                            folder.resolve(URLEncoder.encode(symbol, StandardCharsets.UTF_8) + ".gz")));
                }
                write(logged, file);
            }
        } finally {
            file.close();
        }
    }

    private static void write(LogCandle logged, OutputStream file) throws IOException {
        String position = logged.position().asOf() + "\t" + logged.position().appendTime() + "\t";
        file.write(position.getBytes(StandardCharsets.UTF_8));
        file.write(CandleJson.write(logged.candle()));
        file.write('\n');
    }
}
