package io.cryptolambda.core.testing;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.indicator.BarSeries;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Days of real data that follow each other. */
public enum RealSpan {
    /** A whole month without a gap. */
    JANUARY_2024("2024-01-01", 31),
    /** A real outage on the 24th: 72 flat candles without a trade, then none until 14:00. */
    OUTAGE("2023-03-20", 9),
    /** Extreme volatility. */
    CRASH("2022-11-08", 2);

    /** The symbols that are there on all days. */
    public static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    private final LocalDate firstDay;
    private final int days;

    RealSpan(String firstDay, int days) {
        this.firstDay = LocalDate.parse(firstDay);
        this.days = days;
    }

    /** The exchange's 1-minute candles in open-time order. */
    public List<Candle> candles(String symbol) throws IOException {
        List<Candle> candles = new ArrayList<>(days * 1_440);
        for (int day = 0; day < days; day++) {
            String date = firstDay.plusDays(day).toString();
            candles.addAll(ArchiveFile.of(RealData.dailyZip(symbol, "1m", date))
                    .orElseThrow()
                    .candles("binance"));
        }
        return candles;
    }

    /** {@link #ladder} of the candles. */
    public Map<Interval, List<Bar>> bars(String symbol) throws IOException {
        return ladder(candles(symbol).stream().map(Bar::of).toList());
    }

    /** The bars of one minute, and what they roll up to rung by rung, each interval in open-time order. */
    public static Map<Interval, List<Bar>> ladder(List<Bar> minutes) {
        Map<Interval, List<Bar>> bars = new TreeMap<>();
        bars.put(Interval.ONE_MINUTE, minutes);
        for (Interval interval : Interval.ROLLED_UP) {
            bars.put(interval, rolledUp(bars.get(interval.finer()), interval));
        }
        return bars;
    }

    /** The bars as indicators take them. */
    public static BarSeries series(List<Bar> bars) {
        BarSeries series = new BarSeries(Math.max(1, bars.size()));
        bars.forEach(series::put);
        return series;
    }

    private static List<Bar> rolledUp(List<Bar> finer, Interval interval) {
        Map<Long, Bar> bars = new TreeMap<>();
        for (Bar bar : finer) {
            bars.merge(interval.openTime(bar.openTime()), bar.in(interval), (first, next) -> first.followedBy(bar));
        }
        return List.copyOf(bars.values());
    }
}
