package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cryptolambda.batch.row.InternalRows;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a table with those that have changed put in their place: all are sorted together, a changed one before the one
 * that it replaces, which is then left out. Whatever their number, none is held but the last.
 */
final class ChangedRows implements Iterator<InternalRow> {
    private static final String STOOD = "stood";

    private final Iterator<InternalRow> rows;
    private final int[] key;
    private final DataType[] types;
    private InternalRow last;
    private InternalRow next;

    private ChangedRows(Iterator<InternalRow> rows, int[] key, DataType[] types) {
        this.rows = rows;
        this.key = key;
        this.types = types;
    }

    /**
     * Puts them together.
     *
     * @param sortedBy the columns by which the result is sorted in each partition; they identify a row
     * @param spread what decides the partition, of those columns
     */
    static Dataset<Row> over(
            Dataset<Row> stood, Dataset<Row> changed, int partitions, String[] sortedBy, Column... spread) {
        Column[] order = Stream.concat(Arrays.stream(sortedBy), Stream.of(STOOD))
                .map(name -> col(name))
                .toArray(Column[]::new);
        Dataset<Row> all = stood.withColumn(STOOD, lit(true))
                .unionByName(changed.withColumn(STOOD, lit(false)))
                .repartition(partitions, spread)
                .sortWithinPartitions(order);
        StructType schema = all.schema();
        int[] key = Arrays.stream(sortedBy).mapToInt(schema::fieldIndex).toArray();
        DataType[] types = Arrays.stream(key)
                .mapToObj(at -> schema.fields()[at].dataType())
                .toArray(DataType[]::new);
        return InternalRows.overPartitions(all, rows -> new ChangedRows(rows, key, types), schema)
                .drop(STOOD);
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            InternalRow row = rows.next();
            if (last == null || !sameKey(last, row)) {
                next = row;
                last = row.copy();
            }
        }
        return next != null;
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        InternalRow row = next;
        next = null;
        return row;
    }

    private boolean sameKey(InternalRow one, InternalRow other) {
        for (int i = key.length - 1; i >= 0; i--) {
            if (!one.get(key[i], types[i]).equals(other.get(key[i], types[i]))) {
                return false;
            }
        }
        return true;
    }
}
