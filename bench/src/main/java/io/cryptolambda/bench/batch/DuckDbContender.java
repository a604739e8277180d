package io.cryptolambda.bench.batch;

import io.cryptolambda.core.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB, in memory, over the same files; each rung of the ladder is a temporary table that the next one reads. */
final class DuckDbContender implements BarContender {
    private final Connection connection;
    private final String minutes;

    DuckDbContender(Path folder, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        minutes = "read_parquet('" + folder + "/*/*.parquet', hive_partitioning = false)";
        execute("SET threads = " + threads);
        execute("SET preserve_insertion_order = false");
    }

    @Override
    public BarSums run(Work work) throws SQLException {
        if (work == Work.INDICATORS) {
            throw new IllegalArgumentException("DuckDB is measured at the roll-up only");
        }
        rollUp();
        BarSums sums = new BarSums();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BarSql.sums())) {
            while (rows.next()) {
                BigInteger[] columns = new BigInteger[BarSums.COLUMNS];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = sum(rows.getBigDecimal(3 + i), i);
                }
                sums.add(Interval.parse(rows.getString(1)), rows.getLong(2), columns);
            }
        }
        return sums;
    }

    @Override
    public void dump(String symbol, Path file) throws SQLException {
        execute("COPY (" + BarSql.bars(symbol) + ") TO '" + file + "' (FORMAT csv, HEADER false)");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void rollUp() throws SQLException {
        String finer = minutes;
        for (Interval interval : Interval.ROLLED_UP) {
            String relation = '"' + BarSql.relation(interval) + '"';
            execute("CREATE OR REPLACE TEMP TABLE " + relation + " AS " + BarSql.rollUp(interval, finer));
            finer = relation;
        }
    }

    /** The last two columns are counts, the others decimals in units of 1e-8. */
    static BigInteger sum(BigDecimal value, int column) {
        return column < BarSums.COLUMNS - 2 ? value.setScale(8).unscaledValue() : value.toBigIntegerExact();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
