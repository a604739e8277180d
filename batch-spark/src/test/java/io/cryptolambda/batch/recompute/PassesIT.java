package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.publish.IndexKey;
import io.cryptolambda.batch.row.CandleColumns;
import io.cryptolambda.batch.row.EnrichedBarRows;
import io.cryptolambda.batch.row.EnrichedCandleRows;
import io.cryptolambda.batch.row.RowWriter;
import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.testing.Candles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassesIT {
    private static final StructType VALID =
            StructType.fromDDL(CandleColumns.DDL + ", as_of BIGINT, append_time BIGINT, partition INT");
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    @TempDir
    Path folder;

    private final SparkSession spark = SparkSessionForTests.get();

    @Test
    void shouldGiveTheSameViewsHoweverTheRowsLieAndAreSpread() {
        Dataset<Row> winners = Passes.winners(shuffledLog(), 1);
        Dataset<Row> spread = Passes.winners(shuffledLog().repartition(7), 5);

        assertThat(candles(spread)).isEqualTo(candles(winners)).hasSize(3 * 500);
        assertThat(bars(spread)).isEqualTo(bars(winners));
    }

    @Test
    void shouldStoreTheViewsAndReadBackTheSame() {
        Dataset<Row> winners = Passes.winners(shuffledLog(), 2);
        BatchViews views = new BatchViews(spark, new StoreLocation("file:" + folder, null));
        views.replaceCandles(Passes.candles(winners, "run-0").limit(7), "run-0");

        Dataset<Row> candles = views.replaceCandles(Passes.candles(winners, "run-1"), "run-1");
        Dataset<Row> bars = views.replaceBars(Passes.bars(winners, "run-1"), "run-1");

        assertThat(read(candles)).isEqualTo(candles(winners));
        assertThat(readBars(bars)).isEqualTo(bars(winners));
        assertThat(candles.select("run_id").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("run-1");
    }

    @Test
    void shouldCountDocumentsAndFindTheTimeBoundary() {
        Dataset<Row> winners = Passes.winners(shuffledLog(), 2);

        ViewSummary summary = ViewSummary.of(Passes.candles(winners, "run"), Passes.bars(winners, "run"));

        List<EnrichedBar> bars = bars(winners);
        assertThat(summary.documents()).containsEntry(new IndexKey(Interval.ONE_MINUTE, "2024-01"), 1500L);
        for (Interval interval : Interval.ROLLED_UP) {
            assertThat(summary.documentsByInterval().get(interval))
                    .isEqualTo(bars.stream()
                            .filter(bar -> bar.bar().interval() == interval)
                            .count());
        }
        assertThat(summary.boundary())
                .containsEntry(Interval.FOUR_HOURS, Candles.START + 2 * Interval.FOUR_HOURS.millis());
        assertThat(summary.boundary()).doesNotContainKey(Interval.ONE_DAY);
    }

    /** 500 candles of each symbol, a tenth of them twice, in no order. */
    private Dataset<Row> shuffledLog() {
        Random random = new Random(42);
        List<Candle> records = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            List<Candle> walk = Candles.randomWalk(random, symbol, 500);
            records.addAll(walk);
            walk.stream().filter(candle -> random.nextInt(10) == 0).forEach(records::add);
        }
        List<Row> rows = new ArrayList<>();
        for (int offset = 0; offset < records.size(); offset++) {
            RowWriter row = new RowWriter(VALID.size());
            CandleColumns.write(records.get(offset), row);
            rows.add(row.add(KnowledgePosition.of(1, offset), 1_700_000_000_000L + offset, 0)
                    .row());
        }
        Collections.shuffle(rows, random);
        return spark.createDataFrame(rows, VALID);
    }

    private static List<EnrichedCandle> candles(Dataset<Row> winners) {
        return read(Passes.candles(winners, "any"));
    }

    private static List<EnrichedCandle> read(Dataset<Row> candles) {
        return candles.orderBy("symbol", "open_time").collectAsList().stream()
                .map(EnrichedCandleRows::read)
                .toList();
    }

    private static List<EnrichedBar> bars(Dataset<Row> winners) {
        return readBars(Passes.bars(winners, "any"));
    }

    private static List<EnrichedBar> readBars(Dataset<Row> bars) {
        return bars.orderBy("symbol", "interval", "open_time").collectAsList().stream()
                .map(EnrichedBarRows::read)
                .toList();
    }
}
