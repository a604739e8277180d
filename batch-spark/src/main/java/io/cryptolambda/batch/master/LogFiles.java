package io.cryptolambda.batch.master;

import io.cryptolambda.batch.store.DataFile;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.FooterStatistics;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes records of the log into files of the master dataset, as Spark would, but straight from the candle to Parquet's
 * columns: through Spark's rows a record takes a third longer.
 */
final class LogFiles implements Serializable {
    private final String table;
    private final String schema;
    private final SerializableConfiguration configuration;
    private final int generation;

    /** @param generation generation of the raw topic */
    LogFiles(DeltaPath table, int generation) {
        Configuration access =
                DeltaLog.forTable(table.spark(), table.location()).newDeltaHadoopConf();
        this.table = table.location();
        this.schema = new SparkToParquetSchemaConverter(
                        table.spark().sessionState().conf())
                .convert(MasterColumns.IN_FILES)
                .toString();
        this.configuration = new SerializableConfiguration(access);
        this.generation = generation;
    }

    /** Writes a file of each month; several where {@link LogRows} cannot hold all of it. */
    List<DataFile> write(Iterator<LogRecord> records) throws IOException {
        List<DataFile> files = new ArrayList<>();
        while (records.hasNext()) {
            for (Map.Entry<String, List<LogRow>> month :
                    LogRows.byMonth(records, generation).entrySet()) {
                files.add(write(month.getKey(), month.getValue()));
            }
        }
        return files;
    }

    private DataFile write(String month, List<LogRow> rows) throws IOException {
        MessageType columns = MessageTypeParser.parseMessageType(schema);
        String name = MasterColumns.MONTH + "=" + month + "/part-" + UUID.randomUUID() + ".snappy.parquet";
        Path file = new Path(table, name);
        ParquetWriter<LogRow> writer = LogRowWriting.open(file, configuration.value(), columns);
        try (writer) {
            for (LogRow row : rows) {
                writer.write(row);
            }
        }
        FileStatus status = file.getFileSystem(configuration.value()).getFileStatus(file);
        return new DataFile(
                name,
                month,
                status.getLen(),
                status.getModificationTime(),
                rows.size(),
                FooterStatistics.json(writer.getFooter(), MasterColumns.WITH_STATISTICS));
    }
}
