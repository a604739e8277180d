package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.server.Jvm;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query of {@code docs/data.md} for DuckDB, run as it stands there over views that two runs have written. */
class DocumentedQueryIT {
    private static final Pattern DUCKDB = Pattern.compile("DuckDB, with nothing.*?```sql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void shouldReadTheViewOfBarsWithDuckDb() throws Exception {
        List<Candle> log = Candles.randomWalk(new Random(8), "BTCUSDT", 3_000);
        List<String> expected;
        try (TestRuns runs = new TestRuns(folder)) {
            runs.archive(log.subList(0, 2_900));
            runs.run();
            runs.archive(log.subList(2_900, 3_000));
            runs.run();
            expected = runs
                    .bars()
                    .where("interval = '1h' AND month = '2024-01' AND closed")
                    .orderBy("symbol", "open_time")
                    .select("symbol", "open_time", "close", "rsi_14")
                    .collectAsList()
                    .stream()
                    .map(row -> line(row.get(0), row.get(1), row.get(2), row.get(3)))
                    .toList();
        }

        assertThat(rows(documented())).isEqualTo(expected).hasSizeGreaterThan(45);
    }

    private String documented() throws Exception {
        Matcher query = DUCKDB.matcher(Files.readString(Jvm.ROOT.resolve("docs/data.md")));
        assertThat(query.find()).isTrue();
        return query.group(1).replace("/data/lambda", folder.toString());
    }

    private static List<String> rows(String sql) throws Exception {
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

    private static String line(Object... values) {
        return Arrays.toString(values);
    }
}
