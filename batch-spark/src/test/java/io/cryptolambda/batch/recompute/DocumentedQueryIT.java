package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cryptolambda.batch.SparkSessionForTests;
import io.cryptolambda.batch.master.TestMaster;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.server.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The queries of {@code docs/data.md}, run as they stand there over views that two runs have written: only places, versions
 * and times are put in.
 */
class DocumentedQueryIT {
    private static final String HOURS = "interval = '1h' AND month = '2024-01' AND closed";
    private static final Pattern TIME = Pattern.compile("\\b\\d{13}\\b");
    private static final Pattern VERSION = Pattern.compile("@v\\d+");
    private static final int KNOWN_AT_FIRST = 2_900;

    @TempDir
    private static Path folder;

    private static List<Candle> log;
    private static TestRuns runs;
    private static RecomputeJob.Result first;
    private static List<Row> barsAtFirst;

    @BeforeAll
    static void runTwice() throws Exception {
        log = Candles.randomWalk(new Random(8), "BTCUSDT", 3_000);
        runs = new TestRuns(folder);
        runs.archive(log.subList(0, KNOWN_AT_FIRST));
        first = runs.run();
        barsAtFirst = sorted(runs.bars().where("interval = '1h' AND closed")).collectAsList();
        runs.archive(log.subList(KNOWN_AT_FIRST, log.size()));
        runs.run();
    }

    @AfterAll
    static void clear() {
        runs.close();
    }

    @Test
    void shouldReadTheViewOfBarsWithSparkSql() throws Exception {
        List<String> queries = queries("Spark SQL, with Delta's extension", "sql");

        long version = sql(queries.get(0)).first().getLong(2);
        List<Row> found = sql(atVersion(queries.get(1), version)).collectAsList();

        assertThat(found)
                .isEqualTo(hours("symbol", "open_time", "close", "rsi_14", "macd_hist"))
                .hasSizeGreaterThan(45);
    }

    @Test
    void shouldReadTheViewOfBarsWithDuckDb() throws Exception {
        String query = String.join(";", queries("DuckDB, with nothing", "sql"));

        assertThat(duckDb(query))
                .isEqualTo(lines(hours("symbol", "open_time", "close", "rsi_14")))
                .hasSizeGreaterThan(45);
    }

    /** Needs a Python that has pandas and pyarrow, which is not asked of whoever builds this. */
    @Test
    void shouldReadTheViewOfBarsWithPandas() throws Exception {
        assumeTrue(python("import pandas, pyarrow").exitCode() == 0, "Python has no pandas with pyarrow");
        String program = String.join(";", queries("pandas, with pyarrow", "python"));

        Output output = python(program
                + "\nfor bar in bars[bars.closed].sort_values('open_time').itertuples():"
                + "\n    print(bar.symbol, bar.open_time, bar.close)");

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text().lines())
                .containsExactlyElementsOf(hours("symbol", "open_time", "close").stream()
                        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                        .toList());
    }

    @Test
    void shouldReadTheWorldAsItWasKnownToAnEarlierRun() throws Exception {
        List<String> queries = queries("## The world as it was known", "sql");

        String before = queries.get(0)
                .replaceAll(TIME.pattern(), Long.toString(first.run().finishedAt() + 1));
        long version = sql(before).first().getLong(0);
        Dataset<Row> known = sql(atVersion(queries.get(1), version));

        assertThat(sorted(known).collectAsList()).isEqualTo(barsAtFirst).isNotEmpty();
    }

    @Test
    void shouldReadCandlesAsAnyPositionOfTheLogHadThem() throws Exception {
        String query = queries("## The world as it was known", "sql").get(2);

        String then = query.replaceAll(TIME.pattern(), Long.toString(TestMaster.appendTime(KNOWN_AT_FIRST)));
        List<String> found = lines(sql(then).orderBy("open_time").collectAsList());

        assertThat(found)
                .isEqualTo(log.subList(0, KNOWN_AT_FIRST).stream()
                        .map(candle -> line(
                                candle.symbol(),
                                candle.openTime(),
                                candle.market().close()))
                        .toList());
    }

    private static List<Row> hours(String first, String... more) {
        return runs.bars()
                .where(HOURS)
                .orderBy("symbol", "open_time")
                .select(first, more)
                .collectAsList();
    }

    private static Dataset<Row> sorted(Dataset<Row> bars) {
        return bars.orderBy("symbol", "open_time");
    }

    /** The statements of the first block of code after {@code heading}. */
    private static List<String> queries(String heading, String language) throws IOException {
        String text = Files.readString(Jvm.ROOT.resolve("docs/data.md"));
        Matcher block = Pattern.compile(Pattern.quote(heading) + ".*?```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as(heading).isTrue();
        String code = block.group(1)
                .replace("/data/lambda", folder.toString())
                .replace("s3a://crypto-lambda", "file:" + folder);
        return Arrays.stream(code.split(";")).filter(query -> !query.isBlank()).toList();
    }

    private static String atVersion(String query, long version) {
        return VERSION.matcher(query).replaceAll("@v" + version);
    }

    private static Dataset<Row> sql(String query) {
        return SparkSessionForTests.get().sql(query);
    }

    private static List<String> duckDb(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(line(result.getObject(1), result.getObject(2), result.getObject(3), result.getObject(4)));
            }
        }
        return rows;
    }

    private record Output(int exitCode, String text) {}

    private static Output python(String program) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", "-c", program)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return new Output(-1, "there is no python3: " + e.getMessage());
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private static List<String> lines(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        line(IntStream.range(0, row.size()).mapToObj(row::get).toArray()))
                .toList();
    }

    private static String line(Object... values) {
        return Arrays.toString(values);
    }
}
