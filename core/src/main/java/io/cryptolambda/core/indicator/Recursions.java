package io.cryptolambda.core.indicator;

/**
 * All that goes through a lookback bar by bar, in one pass: each step of a recursion waits for the one before it, but not
 * for those of the others, and the processor works on as many as there are at a time.
 */
final class Recursions {
    final Ema.Recursion ema12 = new Ema.Recursion(12);
    final Ema.Recursion ema26 = new Ema.Recursion(26);
    final Ema.Recursion ema50 = new Ema.Recursion(50);
    final Macd.Recursion macd = new Macd.Recursion();
    final Rsi.Recursion rsi14 = new Rsi.Recursion(14);
    final Atr.Recursion atr14 = new Atr.Recursion(14);
    final DirectionalMovement.Recursion movement14 = new DirectionalMovement.Recursion(14);

    /** Takes the closed bars {@code [from, to)}. */
    Recursions(BarSeries bars, int from, int to) {
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        double[] closes = bars.closes();
        for (int i = from; i < to; i++) {
            int index = i - from;
            double close = closes[i];
            ema12.take(index, close);
            ema26.take(index, close);
            ema50.take(index, close);
            macd.take(index, close);
            if (index > 0) {
                double range = TrueRange.of(highs[i], lows[i], closes[i - 1]);
                rsi14.take(index, close - closes[i - 1]);
                atr14.take(index, range);
                movement14.take(index, highs[i] - highs[i - 1], lows[i - 1] - lows[i], range);
            }
        }
    }
}
