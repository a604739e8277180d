package io.cryptolambda.batch.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.Binary;

/**
 * What Delta's log tells of a Parquet file, so that readers can pass it over: taken from the file's own footer. Source: the
 * section on per-file statistics of Delta's protocol.
 */
public final class FooterStatistics {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FooterStatistics() {}

    /**
     * The least and greatest values and the number of nulls, as JSON.
     *
     * @param columns the columns to tell of, each of text or an integer
     */
    public static String json(ParquetMetadata footer, List<String> columns) {
        Map<String, Statistics<?>> whole = new LinkedHashMap<>();
        for (BlockMetaData rowGroup : footer.getBlocks()) {
            for (ColumnChunkMetaData column : rowGroup.getColumns()) {
                String name = column.getPath().toDotString();
                if (columns.contains(name)) {
                    whole.merge(name, column.getStatistics().copy(), (before, more) -> {
                        before.mergeStatistics(more);
                        return before;
                    });
                }
            }
        }
        ObjectNode json = JSON.createObjectNode()
                .put(
                        "numRecords",
                        footer.getBlocks().stream()
                                .mapToLong(BlockMetaData::getRowCount)
                                .sum());
        ObjectNode least = json.putObject("minValues");
        ObjectNode greatest = json.putObject("maxValues");
        ObjectNode nulls = json.putObject("nullCount");
        whole.forEach((name, statistics) -> {
            nulls.put(name, statistics.getNumNulls());
            if (statistics.hasNonNullValue()) {
                least.putPOJO(name, value(statistics.genericGetMin()));
                greatest.putPOJO(name, value(statistics.genericGetMax()));
            }
        });
        return json.toString();
    }

    private static Object value(Object value) {
        return value instanceof Binary text ? text.toStringUsingUTF8() : value;
    }
}
