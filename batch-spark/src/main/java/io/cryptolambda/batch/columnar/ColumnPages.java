package io.cryptolambda.batch.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;

/**
 * Decodes the pages of one column chunk in the encodings that Parquet's writer, version 1, gives plain columns: plain and
 * dictionary. Anything else, and a null among the values, is refused.
 */
abstract class ColumnPages {
    private int[] ids = new int[0];
    private int row;

    /** Takes the entries of the chunk's dictionary. */
    abstract void dictionary(byte[] bytes, int entries);

    /** Takes {@code count} values written one after the other from {@code bytes[at]} on. */
    abstract void plain(byte[] bytes, int at, int firstRow, int count);

    /** Takes {@code count} values by their places in the dictionary. */
    abstract void indexed(int[] places, int firstRow, int count);

    /** Reads all pages of a chunk, the first value being that of row {@code first}. */
    final void read(ColumnDescriptor column, PageReader pages, int first) {
        row = first;
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null) {
            dictionary(bytes(dictionary.getBytes()), dictionary.getDictionarySize());
        }
        for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            read(column, page);
        }
    }

    private void read(ColumnDescriptor column, DataPage page) {
        boolean optional = column.getMaxDefinitionLevel() > 0;
        int count = page.getValueCount();
        if (page instanceof DataPageV1 first) {
            byte[] bytes = bytes(first.getBytes());
            int levels = 0;
            if (optional) {
                levels = Integer.BYTES
                        + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
                requireNoNull(column, bytes, Integer.BYTES, levels, count);
            }
            values(column, first.getValueEncoding(), bytes, levels, count);
        } else {
            DataPageV2 second = (DataPageV2) page;
            if (second.getNullCount() > 0) {
                throw new UnsortedMinutes("there is a null in " + name(column));
            }
            values(column, second.getDataEncoding(), bytes(second.getData()), 0, count);
        }
        row += count;
    }

    private void values(ColumnDescriptor column, Encoding encoding, byte[] bytes, int at, int count) {
        switch (encoding) {
            case PLAIN -> plain(bytes, at, row, count);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                new RunLengthIds(bytes, at + 1, bytes.length).read(places(count), count, bytes[at]);
                indexed(ids, row, count);
            }
            default -> throw new UnsortedMinutes(name(column) + " is written in " + encoding);
        }
    }

    private void requireNoNull(ColumnDescriptor column, byte[] bytes, int from, int to, int count) {
        int[] levels = places(count);
        new RunLengthIds(bytes, from, to).read(levels, count, 1);
        for (int i = 0; i < count; i++) {
            if (levels[i] == 0) {
                throw new UnsortedMinutes("there is a null in " + name(column));
            }
        }
    }

    private int[] places(int count) {
        if (ids.length < count) {
            ids = new int[count];
        }
        return ids;
    }

    private static String name(ColumnDescriptor column) {
        return String.join(".", column.getPath());
    }

    private static byte[] bytes(BytesInput input) {
        try {
            return input.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
