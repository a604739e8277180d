package io.cryptolambda.bench.batch;

/**
 * The indicators that SQL window functions can express, which leaves out all that go on from their own last value: no
 * {@code ema}, {@code macd}, {@code rsi}, {@code atr} and {@code adx}.
 */
final class WindowSql {
    private WindowSql() {}

    /** The sums of all of them over the bars of a relation, so that each is computed. */
    static String sums(String bars) {
        String prices = "SELECT symbol, open_time, CAST(high AS DOUBLE) AS high, CAST(low AS DOUBLE) AS low, "
                + "CAST(close AS DOUBLE) AS close, CAST(volume AS DOUBLE) AS volume, "
                + "CAST(quote_volume AS DOUBLE) / CAST(volume AS DOUBLE) AS vwap FROM " + bars;
        String changes = "SELECT *, ln(close / lag(close) OVER w) AS change, (high + low + close) / 3 AS typical, "
                + "lag((high + low + close) / 3) OVER w AS before, "
                + "100 * (close - " + last("min(low)", 14) + ") / (" + last("max(high)", 14) + " - "
                + last("min(low)", 14) + ") AS place FROM (" + prices + ") "
                + "WINDOW w AS (PARTITION BY symbol ORDER BY open_time)";
        String slow = "SELECT *, " + last("avg(place)", 3) + " AS stoch_k FROM (" + changes + ")";
        String inflow = last("sum(CASE WHEN typical > before THEN typical * volume ELSE 0 END)", 14);
        String outflow = last("sum(CASE WHEN typical < before THEN typical * volume ELSE 0 END)", 14);
        String indicators = "SELECT vwap, stoch_k, " + last("avg(stoch_k)", 3) + " AS stoch_d, "
                + last("avg(close)", 20) + " AS sma_20, " + last("avg(close)", 50) + " AS sma_50, "
                + last("avg(close)", 200) + " AS sma_200, "
                + last("stddev_pop(close)", 20) + " AS deviation_20, "
                + last("stddev_samp(change)", 20) + " AS volatility_20, "
                + "100 * " + inflow + " / (" + inflow + " + " + outflow + ") AS mfi_14 FROM (" + slow + ")";
        return "SELECT sum(vwap), sum(stoch_k), sum(stoch_d), sum(sma_20), sum(sma_50), sum(sma_200), "
                + "sum(deviation_20), sum(volatility_20), sum(mfi_14) FROM (" + indicators + ")";
    }

    private static String last(String aggregate, int bars) {
        return aggregate + " OVER (PARTITION BY symbol ORDER BY open_time ROWS BETWEEN " + (bars - 1)
                + " PRECEDING AND CURRENT ROW)";
    }
}
