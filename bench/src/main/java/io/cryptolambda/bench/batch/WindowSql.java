package io.cryptolambda.bench.batch;

import io.cryptolambda.core.Interval;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Our indicators as window functions of Spark SQL. What goes on from its own last value is a fold over the list of the last
 * 400 bars, which is how SQL can say it. Left out is what takes a fold over a fold: {@code macd} and {@code adx}.
 */
final class WindowSql {
    /** What our values are compared with: those that are null exactly where ours are. */
    static final List<String> COMPARED = List.of("sma_20", "sma_200", "ema_12", "ema_26", "ema_50", "rsi_14", "atr_14");

    private static final List<String> OTHERS =
            List.of("vwap", "stoch_k", "stoch_d", "sma_50", "deviation_20", "volatility_20", "mfi_14");

    private WindowSql() {}

    /** One row: the sums of all of them over the bars of an interval, those compared first. */
    static String sums(Interval interval) {
        String prices = "SELECT symbol, open_time, CAST(high AS DOUBLE) AS high, CAST(low AS DOUBLE) AS low, "
                + "CAST(close AS DOUBLE) AS close, CAST(volume AS DOUBLE) AS volume, "
                + "CAST(quote_volume AS DOUBLE) / CAST(volume AS DOUBLE) AS vwap FROM " + BarSql.relation(interval);
        String before = "SELECT *, lag(close) OVER w AS close_before, "
                + "lag((high + low + close) / 3) OVER w AS typical_before, (high + low + close) / 3 AS typical, "
                + "100 * (close - " + last("min(low)", 14) + ") / (" + last("max(high)", 14) + " - "
                + last("min(low)", 14) + ") AS place FROM (" + prices + ") "
                + "WINDOW w AS (PARTITION BY symbol ORDER BY open_time)";
        String changes = "SELECT *, ln(close / close_before) AS change, " + last("avg(place)", 3) + " AS stoch_k, "
                + "greatest(close - coalesce(close_before, close), 0D) AS gain, "
                + "greatest(coalesce(close_before, close) - close, 0D) AS loss, "
                + "greatest(high - low, abs(coalesce(close_before, high) - high), "
                + "abs(coalesce(close_before, low) - low)) AS range FROM (" + before + ")";
        String lists = "SELECT *, " + last("collect_list(close)", 400) + " AS closes, "
                + last("collect_list(gain)", 400) + " AS gains, " + last("collect_list(loss)", 400) + " AS losses, "
                + last("collect_list(range)", 400) + " AS ranges FROM (" + changes + ")";
        String inflow = last("sum(CASE WHEN typical > typical_before THEN typical * volume ELSE 0 END)", 14);
        String outflow = last("sum(CASE WHEN typical < typical_before THEN typical * volume ELSE 0 END)", 14);
        String indicators = "SELECT vwap, stoch_k, " + last("avg(stoch_k)", 3) + " AS stoch_d, "
                + average(20) + " AS sma_20, " + average(50) + " AS sma_50, " + average(200) + " AS sma_200, "
                + last("stddev_pop(close)", 20) + " AS deviation_20, "
                + last("stddev_samp(change)", 20) + " AS volatility_20, "
                + "100 * " + inflow + " / (" + inflow + " + " + outflow + ") AS mfi_14, "
                + ema(12) + " AS ema_12, " + ema(26) + " AS ema_26, " + ema(50) + " AS ema_50, "
                + "100 * " + wilder("gains") + " / (" + wilder("gains") + " + " + wilder("losses") + ") AS rsi_14, "
                + wilder("ranges") + " AS atr_14 FROM (" + lists + ")";
        return "SELECT " + sum(COMPARED) + ", " + sum(OTHERS) + " FROM (" + indicators + ")";
    }

    private static String sum(List<String> columns) {
        return columns.stream().map(column -> "sum(" + column + ")").collect(Collectors.joining(", "));
    }

    private static String last(String aggregate, int bars) {
        return aggregate + " OVER (PARTITION BY symbol ORDER BY open_time ROWS BETWEEN " + (bars - 1)
                + " PRECEDING AND CURRENT ROW)";
    }

    private static String average(int bars) {
        return "CASE WHEN size(closes) >= " + bars + " THEN " + last("avg(close)", bars) + " END";
    }

    private static String ema(int bars) {
        String step = "(average, close) -> (close - average) * 2 / " + (bars + 1) + " + average";
        return "CASE WHEN size(closes) >= " + bars + " THEN aggregate(slice(closes, " + (bars + 1) + ", 400), "
                + mean("closes", 1, bars) + ", " + step + ") END";
    }

    /** The first of 400 bars has no change. */
    private static String wilder(String list) {
        return "CASE WHEN size(" + list + ") >= 15 THEN aggregate(slice(" + list + ", 16, 400), " + mean(list, 2, 14)
                + ", (mean, value) -> (mean * 13 + value) / 14) END";
    }

    private static String mean(String list, int from, int count) {
        return "aggregate(slice(" + list + ", " + from + ", " + count + "), 0D, (sum, value) -> sum + value) / "
                + count;
    }
}
