package io.cryptolambda.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.row.InternalRows;
import io.cryptolambda.batch.row.ViewBarRows;
import io.cryptolambda.batch.row.ViewCandleRows;
import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.batch.view.FeaturePass;
import io.cryptolambda.batch.view.LogPosition;
import io.cryptolambda.batch.view.Winner;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.access.ElasticsearchAccess;
import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.core.testing.Candles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publication in a real Elasticsearch. */
class PublicationIT {
    private static final String FIRST = "r20240105t120000z-0001";
    private static final String SECOND = "r20240105t130000z-0002";
    private static final String STALE = "r20240105t123000z-0003";
    private static final IndexKey JANUARY = new IndexKey(Interval.ONE_MINUTE, "2024-01");

    private final SparkSession spark = SparkSessionForTests.get();
    private final Publication publication = new Publication(ElasticsearchAccess.at(TestServers.elasticsearch()));
    private final ServedDocuments served = new ServedDocuments(TestServers.elasticsearch());
    private final ElasticsearchClient client =
            new ElasticsearchClient(ElasticsearchAccess.at(TestServers.elasticsearch()));

    @AfterEach
    void clear() {
        served.clear();
    }

    @Test
    void shouldNotLetAStaleRunPublish() throws Exception {
        publish(FIRST, 100, publication.current());
        PublishedRun seenByBoth = publication.current();
        publish(SECOND, 120, seenByBoth);

        assertThatThrownBy(() -> publish(STALE, 110, seenByBoth)).isInstanceOf(ElasticsearchException.class);

        served.assertAreOf(run(SECOND, 120), candles(120), noBars());
    }

    @Test
    void shouldPublishNothingIfAnIndexHoldsAnotherNumberOfDocuments() throws Exception {
        publish(FIRST, 100, publication.current());
        PublishedRun replaced = publication.current();
        IndexBuild build = build(120);
        IndexPlan plan = publication.plan(SECOND, Set.of(JANUARY), Set.of(JANUARY), replaced, false);

        assertThatThrownBy(() -> publication.build(SECOND, plan, build, Map.of(JANUARY, 121L)))
                .hasMessageContaining("holds 120 documents instead of 121")
                .hasMessageContaining("what is served stays");

        served.assertAreOf(run(FIRST, 100), candles(100), noBars());
    }

    @Test
    void shouldNeverWriteToAnIndexThatIsServed() throws Exception {
        publish(FIRST, 100, publication.current());

        JsonNode settings = client.send("GET", "/" + JANUARY.name(FIRST) + "/_settings", null);

        assertThat(settings.at("/" + JANUARY.name(FIRST) + "/settings/index/blocks/write")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void shouldCloneWhatIsServedAndWriteWhatHasChangedOnly() throws Exception {
        publish(FIRST, 100, publication.current());
        PublishedRun replaced = publication.current();
        Dataset<Row> all = candles(130);
        IndexBuild build = new IndexBuild(
                new IndexBuild.Rows(all, noBars()),
                new IndexBuild.Rows(all.where("open_time >= " + (Candles.START + 98 * 60_000)), noBars()));

        IndexPlan plan = publication.plan(SECOND, Set.of(JANUARY), Set.of(JANUARY), replaced, true);
        publication.build(SECOND, plan, build, Map.of(JANUARY, 130L));
        publication.swap(run(SECOND, 130), plan, replaced);

        assertThat(plan.cloned()).containsKey(JANUARY);
        served.assertAreOf(run(SECOND, 130), all, noBars());
    }

    @Test
    void shouldNoticeADocumentThatIsNotWhatWasWritten() throws Exception {
        publish(FIRST, 100, publication.current());
        Checksums found = new Checksums();
        InternalRow row = InternalRows.collect(candles(1)).get(0);
        Document document = Document.ofCandle(row, FIRST);
        ReadBack readBack = new ReadBack(client, found);
        readBack.add(document);
        readBack.finish();
        Checksum expected = Checksum.NONE.plus(document.id(), document.source(), 0, document.source().length);
        assertThat(found.of(document.index())).isEqualTo(expected);

        byte[] other = document.source().clone();
        other[other.length - 3]++;
        assertThat(found.of(document.index())).isNotEqualTo(Checksum.NONE.plus(document.id(), other, 0, other.length));
    }

    @Test
    void shouldPublishNumbersThatElasticsearchItselfWouldWriteOtherwise() throws Exception {
        // Java 17 writes this double as 1.9999999999999998E23.
        String close = "2" + "0".repeat(23);
        Dataset<Row> candles = view(IntStream.range(0, 61)
                .mapToObj(minute -> Candles.candle(minute, close))
                .toList());
        PublishedRun replaced = publication.current();
        IndexPlan plan = publication.plan(FIRST, Set.of(JANUARY), Set.of(JANUARY), replaced, false);

        publication.build(
                FIRST, plan, new IndexBuild(new IndexBuild.Rows(candles, noBars()), null), Map.of(JANUARY, 61L));
        publication.swap(run(FIRST, 61), plan, replaced);

        assertThat(new String(
                        Document.ofCandle(InternalRows.collect(candles).get(60), FIRST)
                                .source(),
                        StandardCharsets.UTF_8))
                .contains("\"high_60\":2.0E23");
        served.assertAreOf(run(FIRST, 61), candles, noBars());
    }

    private void publish(String runId, int count, PublishedRun replaced) throws InterruptedException {
        IndexBuild build = build(count);
        IndexPlan plan = publication.plan(runId, Set.of(JANUARY), Set.of(JANUARY), replaced, false);
        publication.build(runId, plan, build, Map.of(JANUARY, (long) count));
        publication.swap(run(runId, count), plan, replaced);
    }

    private IndexBuild build(int count) {
        return new IndexBuild(new IndexBuild.Rows(candles(count), noBars()), null);
    }

    private static BatchRun run(String runId, int count) {
        Map<Interval, Long> documents = new TreeMap<>();
        for (Interval interval : Interval.values()) {
            documents.put(interval, interval == Interval.ONE_MINUTE ? count : 0L);
        }
        return new BatchRun(runId, 1, new TreeMap<>(Map.of(0, 1L << 44)), Map.of(), documents, 0, 1, 2);
    }

    private Dataset<Row> candles(int count) {
        return view(Candles.randomWalk(new Random(1), "BTCUSDT", count));
    }

    private Dataset<Row> view(List<Candle> candles) {
        FeaturePass pass = new FeaturePass();
        List<InternalRow> rows = candles.stream()
                .map(candle -> {
                    LogPosition position = new LogPosition((1L << 44) + candle.openTime() / 60_000, 5, 0);
                    return ViewCandleRows.write(pass.add(new Winner(candle, position, position, 1, 0)));
                })
                .toList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return InternalRows.dataset(spark, context.parallelize(rows, 2), ViewCandleRows.SCHEMA);
    }

    private Dataset<Row> noBars() {
        return spark.createDataFrame(List.<Row>of(), ViewBarRows.SCHEMA);
    }
}
