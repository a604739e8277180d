package io.cryptolambda.batch.master;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** How Parquet's writer is told of a {@link LogRow}. */
final class LogRowWriting extends WriteSupport<LogRow> {
    private final MessageType schema;
    private ParquetFields fields;

    private LogRowWriting(MessageType schema) {
        this.schema = schema;
    }

    /** Opens a new file. */
    static ParquetWriter<LogRow> open(Path file, Configuration configuration, MessageType schema) throws IOException {
        Builder builder = new Builder(HadoopOutputFile.fromPath(file, configuration), schema)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.SNAPPY);
        for (Type column : schema.getFields()) {
            if (column.asPrimitiveType().getPrimitiveTypeName()
                    == PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
                // Prices and volumes hardly repeat: to look each up costs more than it saves.
                builder.withDictionaryEncoding(column.getName(), false);
            }
        }
        return builder.build();
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer record) {
        fields = new ParquetFields(record, schema);
    }

    @Override
    public void write(LogRow row) {
        fields.begin();
        row.write(fields);
        fields.end();
    }

    private static final class Builder extends ParquetWriter.Builder<LogRow, Builder> {
        private final MessageType schema;

        private Builder(OutputFile file, MessageType schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<LogRow> getWriteSupport(Configuration configuration) {
            return new LogRowWriting(schema);
        }
    }
}
