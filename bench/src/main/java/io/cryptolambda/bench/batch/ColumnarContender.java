package io.cryptolambda.bench.batch;

import io.cryptolambda.bench.report.LocalSpark;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.MarketValues;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** This project's columnar pass, a Spark task a symbol. */
final class ColumnarContender implements BarContender {
    private final SparkSession spark;
    private final String folder;

    ColumnarContender(Path folder, int threads) {
        this.spark = LocalSpark.start(threads);
        this.folder = folder.toString();
    }

    @Override
    public BarSums run(Work work) {
        String data = folder;
        List<Integer> symbols = IntStream.range(0, CandleFiles.SYMBOLS).boxed().toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(symbols, symbols.size())
                .map(symbol -> SymbolBars.sums(Path.of(data), symbol, work))
                .reduce(BarSums::plus);
    }

    @Override
    public void dump(String symbol, Path file) throws IOException {
        int number = IntStream.range(0, CandleFiles.SYMBOLS)
                .filter(i -> CandleFiles.name(i).equals(symbol))
                .findFirst()
                .orElseThrow();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            // Chunks of one interval come in order; the lines are sorted by whoever compares.
            SymbolBars.run(Path.of(folder), number, bars -> {
                for (int row = 0; row < bars.size(); row++) {
                    writeLine(out, bars.interval() + "," + line(bars.bar(row)));
                }
            });
        }
    }

    @Override
    public void close() {
        spark.close();
    }

    private static String line(Bar bar) {
        MarketValues market = bar.market();
        return bar.openTime() + "," + market.open().toPlainString() + ","
                + market.high().toPlainString() + "," + market.low().toPlainString() + ","
                + market.close().toPlainString()
                + "," + market.volume().toPlainString() + ","
                + market.quoteVolume().toPlainString() + ","
                + market.takerBuyVolume().toPlainString() + ","
                + market.takerBuyQuoteVolume().toPlainString() + "," + market.trades() + "," + bar.candles();
    }

    private static void writeLine(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
