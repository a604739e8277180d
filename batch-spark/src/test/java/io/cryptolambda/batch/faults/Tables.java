package io.cryptolambda.batch.faults;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of a store, read from its folder.
 *
 * @param folder address of the store, such as {@code file:/data/lambda}
 */
record Tables(String folder) {
    private static final String RUN = "run_id";

    /** Every row of the master dataset, in order of position. */
    Dataset<Row> master() {
        return table("master/ohlcv_1m").orderBy("generation", "partition", "offset");
    }

    /** Fails unless master dataset and views are equal to another store's, row for row. */
    void requireEqual(Tables other) {
        requireEqual(master(), other.master());
        requireEqual(
                table("views/candles_1m").orderBy("symbol", "open_time"),
                other.table("views/candles_1m").orderBy("symbol", "open_time"));
        requireEqual(
                table("views/bars").orderBy("interval", "symbol", "open_time"),
                other.table("views/bars").orderBy("interval", "symbol", "open_time"));
    }

    private static void requireEqual(Dataset<Row> ours, Dataset<Row> others) {
        Column[] columns = Arrays.stream(others.columns())
                .filter(name -> !name.equals(RUN))
                .map(name -> col(name))
                .toArray(Column[]::new);
        assertThat(ours.select(columns).toJSON().collectAsList())
                .isEqualTo(others.select(columns).toJSON().collectAsList())
                .isNotEmpty();
    }

    private Dataset<Row> table(String name) {
        return SparkSessionForTests.get().read().format("delta").load(folder + "/" + name);
    }
}
