package io.cryptolambda.batch.recompute;

import io.cryptolambda.batch.row.EnrichedBarRows;
import io.cryptolambda.batch.row.EnrichedCandleRows;
import io.cryptolambda.batch.row.LogCandleRows;
import io.cryptolambda.batch.row.WinnerRows;
import io.cryptolambda.batch.view.BarPass;
import io.cryptolambda.batch.view.FeaturePass;
import io.cryptolambda.batch.view.SymbolPass;
import io.cryptolambda.batch.view.WinnerFold;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The passes over a symbol's history, run in parallel over partitions of whole symbols. */
final class Passes {
    private Passes() {}

    /**
     * The winning candles, partitioned by symbol and sorted by (symbol, open time).
     *
     * @param valid the valid records of the master dataset
     * @param partitions number of partitions
     */
    static Dataset<Row> winners(Dataset<Row> valid, int partitions) {
        Dataset<Row> sorted = valid.selectExpr(LogCandleRows.COLUMNS)
                .repartition(partitions, valid.col("symbol"))
                .sortWithinPartitions("symbol", "open_time", "as_of");
        return overPartitions(
                sorted,
                records -> mapped(new WinnerFold(mapped(records, LogCandleRows::read)), WinnerRows::write),
                WinnerRows.SCHEMA);
    }

    /** The candles with features, of winners as {@link #winners} gives them. */
    static Dataset<Row> candles(Dataset<Row> winners, String runId) {
        return overPartitions(
                winners,
                rows -> mapped(
                        new SymbolPass<>(mapped(rows, WinnerRows::read), FeaturePass::new),
                        candle -> EnrichedCandleRows.write(candle, runId)),
                EnrichedCandleRows.SCHEMA);
    }

    /** The bars of all intervals, of winners as {@link #winners} gives them. */
    static Dataset<Row> bars(Dataset<Row> winners, String runId) {
        return overPartitions(
                winners,
                rows -> mapped(
                        new SymbolPass<>(mapped(rows, WinnerRows::read), BarPass::new),
                        bar -> EnrichedBarRows.write(bar, runId)),
                EnrichedBarRows.SCHEMA);
    }

    private static Dataset<Row> overPartitions(
            Dataset<Row> rows, MapPartitionsFunction<Row, Row> pass, StructType schema) {
        return rows.mapPartitions(pass, Encoders.row(schema));
    }

    private static <S, T> Iterator<T> mapped(Iterator<S> items, Function<S, T> function) {
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
