package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.report.LocalSpark;
import io.cryptolambda.core.Interval;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Spark SQL alone, of which the sums are compared, over the same files: the ladder as groupings, each kept for the next; indicators as window functions. */
final class SparkSqlContender implements Contender {
    private final SparkSession spark;
    private final List<Dataset<Row>> kept = new ArrayList<>();

    SparkSqlContender(Path folder, int threads) {
        spark = LocalSpark.start(threads);
        spark.read().parquet(folder + "/month=*").createOrReplaceTempView("minutes");
    }

    @Override
    public BarSums run(Work work) {
        kept.forEach(Dataset::unpersist);
        kept.clear();
        rollUp();
        BarSums sums = new BarSums();
        for (Row row : spark.sql(BarSql.sums()).collectAsList()) {
            BigInteger[] columns = new BigInteger[BarSums.COLUMNS];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = DuckDbContender.sum(row.getDecimal(2 + i), i);
            }
            sums.add(Interval.parse(row.getString(0)), row.getLong(1), columns);
        }
        if (work == Work.INDICATORS) {
            for (Interval interval : Interval.ROLLED_UP) {
                Row row = spark.sql(WindowSql.sums(interval)).first();
                for (int i = 0; i < WindowSql.COMPARED.size(); i++) {
                    sums.indicators().add(interval, WindowSql.COMPARED.get(i), row.isNullAt(i) ? 0 : row.getDouble(i));
                }
            }
        }
        return sums;
    }

    @Override
    public void close() {
        spark.close();
    }

    private void rollUp() {
        String finer = "minutes";
        for (Interval interval : Interval.ROLLED_UP) {
            Dataset<Row> bars = spark.sql(BarSql.rollUp(interval, finer)).persist(StorageLevel.MEMORY_AND_DISK());
            kept.add(bars);
            finer = BarSql.relation(interval);
            bars.createOrReplaceTempView(finer);
        }
    }
}
