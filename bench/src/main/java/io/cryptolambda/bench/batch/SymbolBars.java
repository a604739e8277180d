package io.cryptolambda.bench.batch;

import io.cryptolambda.batch.columnar.BarColumns;
import io.cryptolambda.batch.columnar.ColumnarIndicators;
import io.cryptolambda.batch.columnar.ColumnarRollUp;
import io.cryptolambda.batch.columnar.DecimalColumn;
import io.cryptolambda.batch.columnar.WinnerStream;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.indicator.IndicatorColumns;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/** Our columnar pass over the files of one symbol. */
final class SymbolBars {
    private SymbolBars() {}

    /** Sums up the bars; with indicators, these are computed for every bar and looked at. */
    static BarSums sums(Path folder, int symbol, Work work) throws IOException {
        BarSums sums = new BarSums();
        ColumnarRollUp.Sink summing = bars -> add(bars, sums);
        run(
                folder,
                symbol,
                work == Work.ROLL_UP
                        ? summing
                        : new ColumnarIndicators((bars, indicators, lookback) -> {
                            add(bars, sums);
                            add(bars.interval(), indicators, sums.indicators());
                        }));
        return sums;
    }

    /** Gives the bars to {@code sink}. */
    static void run(Path folder, int symbol, ColumnarRollUp.Sink sink) throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.set("fs.file.impl", RawLocalFileSystem.class.getName());
        List<InputFile> files = new ArrayList<>();
        for (Path file : CandleFiles.of(folder, symbol)) {
            files.add(HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), configuration));
        }
        try (WinnerStream winners = new WinnerStream(files.iterator())) {
            new ColumnarRollUp(day -> null, sink).run(winners);
        }
    }

    private static void add(BarColumns bars, BarSums sums) {
        BigInteger[] columns = new BigInteger[BarSums.COLUMNS];
        int column = 0;
        for (DecimalColumn decimals : bars.decimals()) {
            columns[column++] = decimals.sumOfUnits(bars.size());
        }
        long trades = 0;
        long candles = 0;
        for (int row = 0; row < bars.size(); row++) {
            trades += bars.trades(row);
            candles += bars.candles(row);
        }
        columns[column++] = BigInteger.valueOf(trades);
        columns[column] = BigInteger.valueOf(candles);
        sums.add(bars.interval(), bars.size(), columns);
    }

    private static void add(Interval interval, IndicatorColumns indicators, IndicatorSums sums) {
        for (Indicator indicator : Indicator.values()) {
            double sum = 0;
            for (int row = 0; row < indicators.size(); row++) {
                double value = indicators.get(indicator, row);
                sum += Double.isNaN(value) ? 0 : value;
            }
            sums.add(interval, indicator.text(), sum);
        }
    }
}
