package io.cryptolambda.bench.freshness;

/** Where something becomes visible. */
public enum Sight {
    CANDLE_STREAM("candle with features, by SSE", false, false),
    CANDLE_API("candle with features, by API", false, true),
    BAR_STREAM("5m bar with indicators, by SSE", true, false),
    BAR_API("5m bar with indicators, by API", true, true);

    final String text;
    final boolean ofBars;

    /** Whether only some candles are watched there. */
    final boolean sampled;

    Sight(String text, boolean ofBars, boolean sampled) {
        this.text = text;
        this.ofBars = ofBars;
        this.sampled = sampled;
    }

    @Override
    public String toString() {
        return text;
    }
}
