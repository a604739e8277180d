package io.cryptolambda.bench.math;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.feature.FeatureSeries;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.core.json.RawCandleParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is done for each candle: a day of them an invocation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Day.CANDLES)
public class CandleBenchmark {
    private final List<Candle> candles = Day.candles(Day.CANDLES);
    private final byte[] key = "BTCUSDT".getBytes(StandardCharsets.UTF_8);
    private final List<byte[]> json = candles.stream().map(CandleJson::write).toList();

    /** A record of the raw topic to a valid candle. */
    @Benchmark
    public void parse(Blackhole out) {
        for (byte[] value : json) {
            out.consume(RawCandleParser.parse(key, value));
        }
    }

    /** A candle to a record of the raw topic. */
    @Benchmark
    public void write(Blackhole out) {
        for (Candle candle : candles) {
            out.consume(CandleJson.write(candle));
        }
    }

    /** A candle into the bars of all five intervals. */
    @Benchmark
    public void ladder(Blackhole out) {
        Bar[] current = new Bar[Interval.ROLLED_UP.size()];
        for (Candle candle : candles) {
            for (int rung = 0; rung < current.length; rung++) {
                if (current[rung] != null && current[rung].end() <= candle.openTime()) {
                    out.consume(current[rung]);
                    if (rung + 1 < current.length) {
                        add(current, rung + 1, current[rung]);
                    }
                    current[rung] = null;
                }
            }
            add(current, 0, Bar.of(candle));
        }
        out.consume(current);
    }

    /** A candle into a series, and its features. */
    @Benchmark
    public void features(Blackhole out) {
        FeatureSeries series = new FeatureSeries();
        for (Candle candle : candles) {
            int index = series.put(candle);
            out.consume(series.featuresAt(index));
            if (series.size() > 2 * Features.LOOKBACK) {
                series.dropOldest(Features.LOOKBACK);
            }
        }
    }

    private static void add(Bar[] current, int rung, Bar finer) {
        current[rung] =
                current[rung] == null ? finer.in(Interval.ROLLED_UP.get(rung)) : current[rung].followedBy(finer);
    }
}
