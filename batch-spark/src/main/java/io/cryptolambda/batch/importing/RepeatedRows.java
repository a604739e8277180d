package io.cryptolambda.batch.importing;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;

import io.cryptolambda.batch.master.MasterDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What became of the minutes that a version before of the same file has too.
 *
 * @param equal rows that say the same as one of the versions before
 * @param revised rows that say something else than all of them
 */
record RepeatedRows(long equal, long revised) {
    private static final RepeatedRows NONE = new RepeatedRows(0, 0);
    private static final StructType PAIRS = StructType.fromDDL("sequence BIGINT, earlier BIGINT");
    private static final String[] VALUES = {
        "close_time",
        "open",
        "high",
        "low",
        "close",
        "volume",
        "quote_volume",
        "trades",
        "taker_buy_volume",
        "taker_buy_quote_volume"
    };

    /**
     * Counts them.
     *
     * @param earlier sequences of a file's versions before, by the sequence of its new one
     */
    static RepeatedRows count(SparkSession spark, MasterDataset.Snapshot master, Map<Long, List<Long>> earlier) {
        if (earlier.isEmpty()) {
            return NONE;
        }
        List<Row> pairs = new ArrayList<>();
        earlier.forEach((sequence, others) -> others.forEach(other -> pairs.add(RowFactory.create(sequence, other))));
        Object[] sequences = pairs.stream()
                .flatMap(pair -> Stream.of(pair.getLong(0), pair.getLong(1)))
                .distinct()
                .toArray();
        Dataset<Row> rows = master.valid().where(col("import_sequence").isin(sequences));
        Dataset<Row> now = rows.as("now");
        Dataset<Row> before = rows.as("before");
        Column same = col("now.import_sequence").equalTo(col("pair.sequence"));
        Dataset<Row> expected = now.join(spark.createDataFrame(pairs, PAIRS).as("pair"), same);
        Column sameMinute = col("before.import_sequence")
                .equalTo(col("pair.earlier"))
                .and(col("before.symbol").equalTo(col("now.symbol")))
                .and(col("before.open_time").equalTo(col("now.open_time")));
        Column sameValues = Stream.of(VALUES)
                .map(value -> col("before." + value).equalTo(col("now." + value)))
                .reduce(Column::and)
                .orElseThrow();
        Row counts = expected.join(before, sameMinute)
                .groupBy("now.import_sequence", "now.open_time")
                .agg(bool_or(sameValues).as("repeated"))
                .agg(count_if(col("repeated")), count_if(not(col("repeated"))))
                .first();
        return new RepeatedRows(counts.getLong(0), counts.getLong(1));
    }
}
