package io.cryptolambda.batch.recompute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.MasterDataset;
import io.cryptolambda.batch.publish.RunId;
import io.cryptolambda.batch.store.DeltaPath;
import io.cryptolambda.batch.store.Lease;
import io.cryptolambda.batch.store.LeaseFiles;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.batch.testing.SeedReader;
import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.access.KafkaAccess;
import io.cryptolambda.core.access.S3Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what a run with one new hour costs over a generated history: arguments are a folder, the number of symbols, the
 * number of days, and of how many minutes all but the last {@value #WHOLE_DAYS} days have one candle (1: every minute).
 * Not a test; prints the seconds of each stage by the job's own log lines.
 */
final class HourlyRun {
    private static final long START = 1_704_067_200_000L;
    private static final long MINUTES_A_DAY = 1440;
    private static final int WHOLE_DAYS = 60;

    private final SparkSession spark = SparkSessionForTests.get();
    private final Clock clock = Clock.systemUTC();
    private final StoreLocation store;
    private final int symbols;

    private HourlyRun(Path folder, int symbols) {
        this.store = new StoreLocation("file:" + folder, S3Access.at(""));
        this.symbols = symbols;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int days = Integer.parseInt(arguments[2]);
        int step = Integer.parseInt(arguments[3]);
        HourlyRun run = new HourlyRun(folder.toAbsolutePath(), Integer.parseInt(arguments[1]));
        new SeedReader(TestServers.kafka());
        long minutes = days * MINUTES_A_DAY - 180;
        long whole = Math.max(0, days - WHOLE_DAYS) * MINUTES_A_DAY;
        run.append(0, whole, step);
        run.append(whole, minutes, 1);
        run.measure("full");
        for (int hour = 0; hour < 3; hour++) {
            run.append(minutes + 60L * hour, minutes + 60L * (hour + 1), 1);
            run.measure("hour " + (hour + 1));
        }
        System.exit(0);
    }

    private void measure(String what) throws InterruptedException {
        String runId = RunId.of(clock.instant(), new Random());
        MasterDataset master = new MasterDataset(new DeltaPath(spark, store.master()), () -> {});
        RecomputeSettings settings =
                new RecomputeSettings(1, false, Duration.ofDays(1), 2, Duration.ofHours(24), Duration.ofDays(30), 2);
        long start = System.nanoTime();
        try (Lease lease = Lease.acquire(
                new LeaseFiles(store.lease(), spark.sessionState().newHadoopConf()),
                runId,
                Duration.ofMinutes(2),
                Duration.ZERO,
                clock)) {
            RecomputeJob.Result result = new RecomputeJob(
                            spark,
                            store,
                            master,
                            KafkaAccess.at(TestServers.kafka()),
                            ElasticsearchAccess.at(TestServers.elasticsearch()),
                            settings,
                            clock)
                    .run(runId, lease);
            System.out.printf(
                    "MEASURED %s: %.1f s, %d candles, %d days touched, %d indices built, full: %s%n",
                    what,
                    (System.nanoTime() - start) / 1e9,
                    result.totals().candles(),
                    result.touchedDays(),
                    result.indicesBuilt(),
                    result.whyFull());
        }
    }

    /** A random walk would be no other work: prices that go up and down, to the satoshi. */
    private void append(long from, long to, int step) {
        Dataset<Row> rows = spark.range(from / step * symbols, to / step * symbols)
                .withColumn("n", expr("id % " + symbols))
                .withColumn("minute", expr("id div " + symbols + " * " + step))
                .withColumn("position", expr("minute * " + symbols + " + n"))
                .withColumn("open_time", expr(START + " + minute * 60000"))
                .withColumn("price", expr("100 + n + 10 * sin(minute / 97D) + (hash(minute, n) % 1000) / 1000D"));
        rows.select(
                        expr("1 AS generation"),
                        expr("0 AS partition"),
                        col("position").as("offset"),
                        expr((1L << 44) + " + position AS as_of"),
                        expr("open_time + 61000 AS append_time"),
                        expr("CAST(NULL AS BINARY) AS key"),
                        expr("'binance' AS exchange"),
                        expr("concat('S', lpad(n, 3, '0'), 'USDT') AS symbol"),
                        expr("concat('S', lpad(n, 3, '0'), '/USDT') AS pair"),
                        col("open_time"),
                        expr("open_time + 59999 AS close_time"),
                        decimal("price").as("open"),
                        decimal("price * 1.001").as("high"),
                        decimal("price * 0.999").as("low"),
                        decimal("price * 1.0005").as("close"),
                        decimal("10 + n").as("volume"),
                        decimal("(10 + n) * price").as("quote_volume"),
                        expr("100L AS trades"),
                        decimal("5 + n / 2D").as("taker_buy_volume"),
                        decimal("(5 + n / 2D) * price").as("taker_buy_quote_volume"),
                        expr("'ws' AS source"),
                        expr("open_time + 60500 AS ingested_at"),
                        expr("CAST(NULL AS STRING) AS rejected"),
                        expr("CAST(NULL AS BINARY) AS value"),
                        expr("0L AS import_sequence"),
                        expr("date_format(timestamp_millis(open_time), 'yyyy-MM') AS month"))
                .repartition(2, col("month"), col("symbol"))
                .sortWithinPartitions("month", "symbol", "open_time")
                .write()
                .format("delta")
                .mode("append")
                .partitionBy("month")
                .option("delta.dataSkippingStatsColumns", "generation,partition,offset,as_of,symbol,open_time")
                .save(store.master());
        spark.sql("ALTER TABLE delta.`" + store.master()
                + "` SET TBLPROPERTIES ('cryptolambda.topic-id.1' = 't', 'cryptolambda.partitions.1' = '1')");
    }

    private static Column decimal(String expression) {
        return expr("CAST(" + expression + " AS DECIMAL(38,8))");
    }
}
