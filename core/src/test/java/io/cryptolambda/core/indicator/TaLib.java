package io.cryptolambda.core.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.cryptolambda.core.Indicator;
import java.util.Arrays;

/** TA-Lib's functions over a slice of bars, each as far as TA-Lib has it. */
final class TaLib {
    private final Core core = new Core();
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int last;
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();

    /** The bars {@code [from, to)}. */
    TaLib(BarSeries bars, int from, int to) {
        high = Arrays.copyOfRange(bars.highs(), from, to);
        low = Arrays.copyOfRange(bars.lows(), from, to);
        close = Arrays.copyOfRange(bars.closes(), from, to);
        volume = Arrays.copyOfRange(bars.volumes(), from, to);
        last = close.length - 1;
    }

    /** The indicator of each bar; NaN where there is none, and throughout where TA-Lib does not have the function. */
    double[] all(Indicator indicator) {
        double[] a = new double[close.length];
        double[] b = new double[close.length];
        double[] c = new double[close.length];
        count.value = 0;
        return switch (indicator) {
            case SMA_20 -> aligned(core.sma(0, last, close, 20, begin, count, a), a);
            case SMA_50 -> aligned(core.sma(0, last, close, 50, begin, count, a), a);
            case SMA_200 -> aligned(core.sma(0, last, close, 200, begin, count, a), a);
            case EMA_12 -> aligned(core.ema(0, last, close, 12, begin, count, a), a);
            case EMA_26 -> aligned(core.ema(0, last, close, 26, begin, count, a), a);
            case EMA_50 -> aligned(core.ema(0, last, close, 50, begin, count, a), a);
            case MACD -> aligned(core.macd(0, last, close, 12, 26, 9, begin, count, a, b, c), a);
            case MACD_SIGNAL -> aligned(core.macd(0, last, close, 12, 26, 9, begin, count, a, b, c), b);
            case MACD_HIST -> aligned(core.macd(0, last, close, 12, 26, 9, begin, count, a, b, c), c);
            case RSI_14 -> aligned(core.rsi(0, last, close, 14, begin, count, a), a);
            case BB_UPPER -> aligned(core.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, count, a, b, c), a);
            case BB_MIDDLE -> aligned(core.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, count, a, b, c), b);
            case BB_LOWER -> aligned(core.bbands(0, last, close, 20, 2, 2, MAType.Sma, begin, count, a, b, c), c);
            case ATR_14 -> aligned(core.atr(0, last, high, low, close, 14, begin, count, a), a);
            case ADX_14 -> aligned(core.adx(0, last, high, low, close, 14, begin, count, a), a);
            case PLUS_DI_14 -> aligned(core.plusDI(0, last, high, low, close, 14, begin, count, a), a);
            case MINUS_DI_14 -> aligned(core.minusDI(0, last, high, low, close, 14, begin, count, a), a);
            case STOCH_K -> aligned(stochastic(a, b), a);
            case STOCH_D -> aligned(stochastic(a, b), b);
            case MFI_14 -> aligned(core.mfi(0, last, high, low, close, volume, 14, begin, count, a), a);
            case VWAP, VOLATILITY_20 -> aligned(RetCode.Success, a);
        };
    }

    private RetCode stochastic(double[] k, double[] d) {
        return core.stoch(0, last, high, low, close, 14, 3, MAType.Sma, 3, MAType.Sma, begin, count, k, d);
    }

    private double[] aligned(RetCode code, double[] out) {
        if (code != RetCode.Success) {
            throw new IllegalStateException(code.toString());
        }
        double[] aligned = new double[close.length];
        Arrays.fill(aligned, Double.NaN);
        if (count.value > 0) {
            System.arraycopy(out, 0, aligned, begin.value, count.value);
        }
        return aligned;
    }
}
