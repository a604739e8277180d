package io.cryptolambda.batch.master;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.Murmur3HashFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives each symbol a partition of its own. Spark spreads rows by hash, which puts two symbols into one partition and
 * leaves others empty; so each symbol gets a number whose hash leads to its partition.
 */
final class SymbolSlots {
    private static final StructType SCHEMA = StructType.fromDDL("symbol STRING, slot INT");
    // What Spark's HashPartitioning begins with.
    private static final long SEED = 42;

    private SymbolSlots() {}

    /** The rows in one partition per symbol, those without a symbol in one of their own. */
    static Dataset<Row> spread(Dataset<Row> rows) {
        List<String> symbols = rows.select("symbol").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                .toList();
        List<Row> slots = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            slots.add(RowFactory.create(symbols.get(i), slot(i, symbols.size())));
        }
        Dataset<Row> table = rows.sparkSession().createDataFrame(slots, SCHEMA).as("slots");
        return rows.join(broadcast(table), rows.col("symbol").eqNullSafe(col("slots.symbol")))
                .drop(col("slots.symbol"))
                .repartition(symbols.size(), col("slot"))
                .drop("slot");
    }

    /** A number that Spark puts into partition {@code partition} of {@code count}. */
    static int slot(int partition, int count) {
        for (int number = 0; ; number++) {
            int hash = (int) Murmur3HashFunction.hash(number, DataTypes.IntegerType, SEED);
            if (Math.floorMod(hash, count) == partition) {
                return number;
            }
        }
    }
}
