package io.cryptolambda.core.testing;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.indicator.BarSeries;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** TA-Lib's functions over slices of bars, their last outputs taken. Not safe for use by several threads. */
public final class TaLib {
    /** What TA-Lib has no function for. */
    public static final Set<Indicator> NOT_IN_TA_LIB = EnumSet.of(Indicator.VWAP, Indicator.VOLATILITY_20);

    private final Core core = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();
    private double[] high = new double[0];
    private double[] low = new double[0];
    private double[] close = new double[0];
    private double[] volume = new double[0];
    private double[] first = new double[0];
    private double[] second = new double[0];
    private double[] third = new double[0];
    private double[] last;
    private int end;

    /** The indicators of bar {@code to - 1} over the bars {@code [from, to)}, by ordinal; NaN where there is none. */
    public double[] of(BarSeries bars, int from, int to) {
        take(bars, from, to);
        last = new double[Indicator.COUNT];
        Arrays.fill(last, Double.NaN);
        keep(core.sma(0, end, close, 20, begin, count, first), Indicator.SMA_20);
        keep(core.sma(0, end, close, 50, begin, count, first), Indicator.SMA_50);
        keep(core.sma(0, end, close, 200, begin, count, first), Indicator.SMA_200);
        keep(core.ema(0, end, close, 12, begin, count, first), Indicator.EMA_12);
        keep(core.ema(0, end, close, 26, begin, count, first), Indicator.EMA_26);
        keep(core.ema(0, end, close, 50, begin, count, first), Indicator.EMA_50);
        keep(
                core.macd(0, end, close, 12, 26, 9, begin, count, first, second, third),
                Indicator.MACD,
                Indicator.MACD_SIGNAL,
                Indicator.MACD_HIST);
        keep(core.rsi(0, end, close, 14, begin, count, first), Indicator.RSI_14);
        keep(
                core.bbands(0, end, close, 20, 2, 2, MAType.Sma, begin, count, first, second, third),
                Indicator.BB_UPPER,
                Indicator.BB_MIDDLE,
                Indicator.BB_LOWER);
        keep(core.atr(0, end, high, low, close, 14, begin, count, first), Indicator.ATR_14);
        keep(core.adx(0, end, high, low, close, 14, begin, count, first), Indicator.ADX_14);
        keep(core.plusDI(0, end, high, low, close, 14, begin, count, first), Indicator.PLUS_DI_14);
        keep(core.minusDI(0, end, high, low, close, 14, begin, count, first), Indicator.MINUS_DI_14);
        keep(
                core.stoch(0, end, high, low, close, 14, 3, MAType.Sma, 3, MAType.Sma, begin, count, first, second),
                Indicator.STOCH_K,
                Indicator.STOCH_D);
        keep(core.mfi(0, end, high, low, close, volume, 14, begin, count, first), Indicator.MFI_14);
        return last;
    }

    private void take(BarSeries bars, int from, int to) {
        int size = to - from;
        end = size - 1;
        if (size > close.length) {
            high = new double[size];
            low = new double[size];
            close = new double[size];
            volume = new double[size];
            first = new double[size];
            second = new double[size];
            third = new double[size];
        }
        for (int i = 0; i < size; i++) {
            high[i] = bars.high(from + i);
            low[i] = bars.low(from + i);
            close[i] = bars.close(from + i);
            volume[i] = bars.volume(from + i);
        }
    }

    private void keep(RetCode code, Indicator... indicators) {
        if (code != RetCode.Success) {
            throw new IllegalStateException(code.toString());
        }
        double[][] outputs = {first, second, third};
        for (int i = 0; i < indicators.length && count.value > 0; i++) {
            last[indicators[i].ordinal()] = outputs[i][count.value - 1];
        }
    }
}
