package io.cryptolambda.bench.math;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import java.util.Arrays;
import org.openjdk.jmh.infra.Blackhole;

/** Our indicators as calls of TA-Lib, but for {@code vwap} and {@code volatility_20}, which it has not. */
final class TaLibIndicators {
    private final Core core = new Core();
    private final GeneratedBars bars;
    private final double[][] out;
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();

    TaLibIndicators(GeneratedBars bars) {
        this.bars = bars;
        this.out = new double[3][bars.closes.length];
    }

    /** Runs all of them over the bars from {@code from} to {@code last}. */
    void run(int from, int last, Blackhole sink) {
        // TA-Lib's unstable functions go back to index 0 whatever start they are given, so they get a copy.
        double[] high = Arrays.copyOfRange(bars.highs, from, last + 1);
        double[] low = Arrays.copyOfRange(bars.lows, from, last + 1);
        double[] close = Arrays.copyOfRange(bars.closes, from, last + 1);
        double[] volume = Arrays.copyOfRange(bars.volumes, from, last + 1);
        int end = last - from;
        for (int period : new int[] {20, 50, 200}) {
            sink.consume(core.sma(0, end, close, period, begin, length, out[0]));
        }
        for (int period : new int[] {12, 26, 50}) {
            sink.consume(core.ema(0, end, close, period, begin, length, out[0]));
        }
        sink.consume(core.macd(0, end, close, 12, 26, 9, begin, length, out[0], out[1], out[2]));
        sink.consume(core.rsi(0, end, close, 14, begin, length, out[0]));
        sink.consume(core.bbands(0, end, close, 20, 2, 2, MAType.Sma, begin, length, out[0], out[1], out[2]));
        sink.consume(core.atr(0, end, high, low, close, 14, begin, length, out[0]));
        sink.consume(core.adx(0, end, high, low, close, 14, begin, length, out[0]));
        sink.consume(core.plusDI(0, end, high, low, close, 14, begin, length, out[0]));
        sink.consume(core.minusDI(0, end, high, low, close, 14, begin, length, out[0]));
        sink.consume(
                core.stoch(0, end, high, low, close, 14, 3, MAType.Sma, 3, MAType.Sma, begin, length, out[0], out[1]));
        sink.consume(core.mfi(0, end, high, low, close, volume, 14, begin, length, out[0]));
        sink.consume(out);
    }
}
