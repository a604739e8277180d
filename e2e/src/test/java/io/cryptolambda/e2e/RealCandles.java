package io.cryptolambda.e2e;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.archive.ArchiveFile;
import io.cryptolambda.core.testing.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The exchange's own candles of several symbols. */
final class RealCandles {
    private RealCandles() {}

    /** Every minute of {@code days} days from {@code firstDay} on, symbol by symbol. */
    static List<Candle> of(List<String> symbols, String firstDay, int days) {
        List<Candle> candles = new ArrayList<>();
        for (String symbol : symbols) {
            for (int day = 0; day < days; day++) {
                candles.addAll(
                        ofDay(symbol, LocalDate.parse(firstDay).plusDays(day).toString()));
            }
        }
        return candles;
    }

    private static List<Candle> ofDay(String symbol, String day) {
        try {
            return ArchiveFile.of(RealData.dailyZip(symbol, "1m", day))
                    .orElseThrow()
                    .candles("binance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
