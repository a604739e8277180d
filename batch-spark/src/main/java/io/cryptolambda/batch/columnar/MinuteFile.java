package io.cryptolambda.batch.columnar;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A file of the master dataset that holds valid records of one symbol, read a row group at a time. */
final class MinuteFile implements Closeable {
    private static final String SYMBOL = "symbol";
    private static final List<String> TIMES_AND_COUNTS =
            List.of("open_time", "close_time", "trades", "as_of", "append_time", "partition");
    private static final List<String> DECIMALS = List.of(
            "open", "high", "low", "close", "volume", "quote_volume", "taker_buy_volume", "taker_buy_quote_volume");
    private static final String IMPORT_SEQUENCE = "import_sequence";

    private final ParquetFileReader reader;
    private final MessageType schema;
    private final Map<String, ColumnDescriptor> columns = new HashMap<>();
    private final String symbol;

    /**
     * Opens a file.
     *
     * @throws UnsortedMinutes if its columns are not as the master dataset writes them, or it holds several symbols
     */
    MinuteFile(InputFile file) throws IOException {
        reader = ParquetFileReader.open(file);
        try {
            schema = reader.getFileMetaData().getSchema();
            symbol = theSymbol();
            reader.setRequestedSchema(new MessageType(schema.getName(), requested()));
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The symbol that all rows are of. */
    String symbol() {
        return symbol;
    }

    /** Reads the next row group into rows {@code first} and up; false, and nothing read, at the file's end. */
    boolean next(MinuteColumns into, int first) throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        into.size = Math.toIntExact(first + pages.getRowCount());
        into.ensure(into.size);
        List<long[]> times =
                List.of(into.openTime, into.closeTime, into.trades, into.asOf, into.appendTime, into.partition);
        for (int i = 0; i < times.size(); i++) {
            readLongs(pages, TIMES_AND_COUNTS.get(i), times.get(i), first);
        }
        if (columns.containsKey(IMPORT_SEQUENCE)) {
            readLongs(pages, IMPORT_SEQUENCE, into.importSequence, first);
        }
        List<DecimalColumn> decimals = List.of(
                into.open,
                into.high,
                into.low,
                into.close,
                into.volume,
                into.quoteVolume,
                into.takerBuyVolume,
                into.takerBuyQuoteVolume);
        DecimalPages decoder = new DecimalPages();
        for (int i = 0; i < decimals.size(); i++) {
            ColumnDescriptor column = columns.get(DECIMALS.get(i));
            decoder.into(decimals.get(i)).read(column, pages.getPageReader(column), first);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void readLongs(PageReadStore pages, String name, long[] into, int first) {
        ColumnDescriptor column = columns.get(name);
        boolean wide = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64;
        new LongPages(wide).into(into).read(column, pages.getPageReader(column), first);
    }

    private List<Type> requested() {
        List<Type> types = new ArrayList<>();
        for (String name : TIMES_AND_COUNTS) {
            types.add(column(name, PrimitiveTypeName.INT64, PrimitiveTypeName.INT32));
        }
        if (schema.containsField(IMPORT_SEQUENCE)) {
            types.add(column(IMPORT_SEQUENCE, PrimitiveTypeName.INT64, PrimitiveTypeName.INT32));
        }
        for (String name : DECIMALS) {
            PrimitiveType type = column(name, PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY);
            if (type.getTypeLength() != Decimal128.BYTES) {
                throw new UnsortedMinutes(name + " is not DECIMAL(38,8)");
            }
            types.add(type);
        }
        return types;
    }

    private PrimitiveType column(String name, PrimitiveTypeName... accepted) {
        if (!schema.containsField(name) || !schema.getType(name).isPrimitive()) {
            throw new UnsortedMinutes("there is no column " + name);
        }
        PrimitiveType type = schema.getType(name).asPrimitiveType();
        if (!List.of(accepted).contains(type.getPrimitiveTypeName())) {
            throw new UnsortedMinutes(name + " is " + type);
        }
        columns.put(name, schema.getColumnDescription(new String[] {name}));
        return type;
    }

    /** What the footer's statistics say, which hold the least and the greatest name of each row group. */
    private String theSymbol() {
        String only = null;
        for (BlockMetaData rowGroup : reader.getRowGroups()) {
            Statistics<?> statistics = statistics(rowGroup);
            if (statistics == null
                    || !statistics.hasNonNullValue()
                    || !statistics.genericGetMin().equals(statistics.genericGetMax())) {
                throw new UnsortedMinutes("the file does not hold one symbol");
            }
            String name = ((Binary) statistics.genericGetMin()).toStringUsingUTF8();
            if (only != null && !only.equals(name)) {
                throw new UnsortedMinutes("the file holds " + only + " and " + name);
            }
            only = name;
        }
        return only;
    }

    private static Statistics<?> statistics(BlockMetaData rowGroup) {
        for (ColumnChunkMetaData column : rowGroup.getColumns()) {
            if (column.getPath().toDotString().equals(SYMBOL)) {
                return column.getStatistics();
            }
        }
        return null;
    }
}
