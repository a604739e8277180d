package io.cryptolambda.batch.importing;

import static org.apache.spark.sql.functions.col;

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

/** Counts the rows of files that were issued again which say the same as in a version before. */
final class RepeatedRows {
    private static final StructType PAIRS = StructType.fromDDL("sequence BIGINT, earlier BIGINT");
    private static final String[] VALUES = {
        "symbol",
        "open_time",
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

    private RepeatedRows() {}

    /** @param earlier sequences of a file's versions before, by the sequence of its new one */
    static long count(SparkSession spark, MasterDataset.Snapshot master, Map<Long, List<Long>> earlier) {
        if (earlier.isEmpty()) {
            return 0;
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
        Column equal = col("before.import_sequence").equalTo(col("pair.earlier"));
        for (String value : VALUES) {
            equal = equal.and(col("before." + value).equalTo(col("now." + value)));
        }
        return expected.join(before, equal)
                .select("now.import_sequence", "now.open_time")
                .distinct()
                .count();
    }
}
