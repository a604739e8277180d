package io.cryptolambda.bench.batch;

import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.stream.Collectors;

/** The roll-up as a user of an SQL engine writes it: the ladder as one grouping on top of the other, exact decimals. */
final class BarSql {
    private static final List<String> COLUMNS = List.of(
            "open",
            "high",
            "low",
            "close",
            "volume",
            "quote_volume",
            "taker_buy_volume",
            "taker_buy_quote_volume",
            "trades",
            "candles");

    private BarSql() {}

    /** The name of an interval's relation. */
    static String relation(Interval interval) {
        return "bars_" + interval.text();
    }

    /**
     * The bars of one interval.
     *
     * @param finer what they are rolled up from
     */
    static String rollUp(Interval interval, String finer) {
        String candles = interval.finer() == Interval.ONE_MINUTE ? "count(*)" : "sum(candles)";
        String decimal = "CAST(sum(%1$s) AS DECIMAL(38,8)) AS %1$s, ";
        return "SELECT symbol, open_time - open_time % " + interval.millis() + " AS open_time, "
                + "min_by(open, open_time) AS open, max(high) AS high, min(low) AS low, "
                + "max_by(close, open_time) AS close, "
                + String.format(decimal, "volume")
                + String.format(decimal, "quote_volume")
                + String.format(decimal, "taker_buy_volume")
                + String.format(decimal, "taker_buy_quote_volume")
                + "CAST(sum(trades) AS BIGINT) AS trades, CAST(" + candles + " AS BIGINT) AS candles "
                + "FROM " + finer + " GROUP BY symbol, open_time - open_time % " + interval.millis();
    }

    /** One row for each interval: its name, the number of bars and the sum of each column. */
    static String sums() {
        String sums = COLUMNS.stream()
                .map(column -> "CAST(sum(" + column + ") AS DECIMAL(38,8))")
                .collect(Collectors.joining(", "));
        return Interval.ROLLED_UP.stream()
                .map(interval -> "SELECT '" + interval + "', count(*), " + sums + " FROM " + relation(interval))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** All bars of a symbol, as text in the columns of a dump. */
    static String bars(String symbol) {
        return Interval.ROLLED_UP.stream()
                .map(interval -> "SELECT '" + interval + "' AS bar_interval, open_time, " + String.join(", ", COLUMNS)
                        + " FROM " + relation(interval) + " WHERE symbol = '" + symbol + "'")
                .collect(Collectors.joining(" UNION ALL "));
    }
}
