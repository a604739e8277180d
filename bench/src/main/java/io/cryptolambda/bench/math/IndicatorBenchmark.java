package io.cryptolambda.bench.math;

import io.cryptolambda.core.indicator.IndicatorPrefix;
import io.cryptolambda.core.indicator.IndicatorWindows;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** All 22 indicators of a bar over its last 400 bars. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(GeneratedBars.BARS)
public class IndicatorBenchmark {

    /** Batch: windows side by side. */
    @Benchmark
    public void batchAll(GeneratedBars bars, Blackhole out) {
        double[] quoteVolumes = Arrays.copyOfRange(bars.quoteVolumes, GeneratedBars.BEFORE, bars.quoteVolumes.length);
        out.consume(IndicatorWindows.of(bars.series, GeneratedBars.BEFORE, quoteVolumes));
    }

    /** Streaming, where a bar closes: the lookback is gone through once. */
    @Benchmark
    public void streamingClosedBar(GeneratedBars bars, Blackhole out) {
        for (int i = GeneratedBars.BEFORE; i < bars.closes.length; i++) {
            out.consume(with(IndicatorPrefix.before(bars.series, i), bars, i));
        }
    }

    /** Streaming, where the bar in progress changes: constant time. */
    @Benchmark
    public void streamingUpdate(GeneratedBars bars, Blackhole out) {
        IndicatorPrefix prefix = IndicatorPrefix.before(bars.series, GeneratedBars.BEFORE);
        for (int i = GeneratedBars.BEFORE; i < bars.closes.length; i++) {
            out.consume(with(prefix, bars, i));
        }
    }

    /** TA-Lib's functions on the same 400 bars: the same definition. */
    @Benchmark
    public void taLibAll(GeneratedBars bars, Blackhole out) {
        TaLibIndicators taLib = new TaLibIndicators(bars);
        for (int i = GeneratedBars.BEFORE; i < bars.closes.length; i++) {
            taLib.run(i - GeneratedBars.BEFORE, i, out);
        }
    }

    /** TA-Lib's functions once over the whole series: a lookback without bound, so another definition. */
    @Benchmark
    public void taLibUnbounded(GeneratedBars bars, Blackhole out) {
        new TaLibIndicators(bars).run(0, bars.closes.length - 1, out);
    }

    /** ta4j's indicators, which cache, once over the whole series: a lookback without bound. */
    @Benchmark
    public void ta4jUnbounded(GeneratedBars bars, Blackhole out) {
        new Ta4jIndicators(bars).run(out);
    }

    private static Object with(IndicatorPrefix prefix, GeneratedBars bars, int i) {
        return prefix.with(bars.highs[i], bars.lows[i], bars.closes[i], bars.volumes[i], bars.quoteVolumes[i]);
    }
}
