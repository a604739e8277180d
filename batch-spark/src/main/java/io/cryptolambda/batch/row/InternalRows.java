package io.cryptolambda.batch.row;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Rows in Spark's own form. Its public one goes through an encoder, which is resolved, planned and compiled at each step:
 * with 60 columns a second of it each, more than the work of a small run.
 */
public final class InternalRows {
    private InternalRows() {}

    /** The rows; each may be overwritten by the next, so what is kept of one must be read or copied at once. */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        return rows.queryExecution().toRdd().toJavaRDD();
    }

    /** All rows, fetched at once. */
    public static List<InternalRow> collect(Dataset<Row> rows) {
        return List.of(rows.queryExecution().executedPlan().executeCollect());
    }

    /** A dataset of rows. */
    public static Dataset<Row> dataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return spark.internalCreateDataFrame(rows.rdd(), schema, false);
    }

    /** What {@code pass} makes of each partition; neither their number nor what is in them changes. */
    public static Dataset<Row> overPartitions(
            Dataset<Row> rows, FlatMapFunction<Iterator<InternalRow>, InternalRow> pass, StructType schema) {
        return dataset(rows.sparkSession(), of(rows).mapPartitions(pass), schema);
    }

    /** What {@code function} makes of each item, when it is asked for. */
    public static <S, T> Iterator<T> mapped(Iterator<? extends S> items, Function<S, T> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                return function.apply(items.next());
            }
        };
    }
}
