package io.cryptolambda.core.indicator;

/** The range of a bar that takes the gap from the previous close into account. Source: TA-Lib's {@code TRANGE}. */
final class TrueRange {
    private TrueRange() {}

    /** The largest of high - low, |previous close - high| and |previous close - low|, in the quote currency. */
    static double of(double high, double low, double previousClose) {
        return Math.max(high - low, Math.max(Math.abs(previousClose - high), Math.abs(previousClose - low)));
    }
}
