package io.cryptolambda.local.lambda.verify.oracle;

import io.cryptolambda.core.Indicators;
import java.util.List;

/** The indicators of DESIGN section 2: each function run over the whole lookback, its last output taken. */
final class NaiveIndicators {
    private static final int SMA_PERIOD = 20;
    private static final int RSI_PERIOD = 14;

    private NaiveIndicators() {}

    /** The indicators of the last bar of {@code closes}, the closes of its lookback in open-time order, 1 to 400. */
    static Indicators of(List<Double> closes) {
        return new Indicators(sma(closes), rsi(closes));
    }

    /** Mean of the last 20 closes. */
    private static Double sma(List<Double> closes) {
        int n = closes.size();
        if (n < SMA_PERIOD) {
            return null;
        }
        return closes.subList(n - SMA_PERIOD, n).stream().reduce(0.0, Double::sum) / SMA_PERIOD;
    }

    /**
     * Wilder: the averages of gains and of losses start as the means of the first 14 changes; each later change enters
     * with a weight of 1/14. {@code 100 * gain / (gain + loss)}, 0 where nothing ever moved.
     */
    private static Double rsi(List<Double> closes) {
        if (closes.size() <= RSI_PERIOD) {
            return null;
        }
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < closes.size(); i++) {
            double change = closes.get(i) - closes.get(i - 1);
            double up = change > 0 ? change : 0;
            double down = change < 0 ? -change : 0;
            if (i < RSI_PERIOD) {
                gain += up;
                loss += down;
            } else if (i == RSI_PERIOD) {
                gain = (gain + up) / RSI_PERIOD;
                loss = (loss + down) / RSI_PERIOD;
            } else {
                gain = (gain * (RSI_PERIOD - 1) + up) / RSI_PERIOD;
                loss = (loss * (RSI_PERIOD - 1) + down) / RSI_PERIOD;
            }
        }
        return gain + loss == 0 ? 0.0 : 100 * (gain / (gain + loss));
    }
}
