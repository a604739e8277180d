package io.cryptolambda.bench.serving;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Topics;
import io.cryptolambda.core.json.EnrichedBarJson;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.core.testing.Candles;
import io.cryptolambda.core.testing.LayerDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** One symbol's newest document of one interval, which becomes newer in nothing but its position. */
record LiveSeries(String symbol, Interval interval, EnrichedCandle candle, EnrichedBar bar) {
    private static final int HISTORY = 60;

    static LiveSeries of(String symbol, Interval interval) {
        LayerDocuments documents = new LayerDocuments(Candles.randomWalk(new Random(1), symbol, HISTORY), 0);
        return interval == Interval.ONE_MINUTE
                ? new LiveSeries(symbol, interval, last(documents.candles()), null)
                : new LiveSeries(symbol, interval, null, last(documents.bars(interval)));
    }

    /** What a client asks for to follow it. */
    String query() {
        return "symbol=" + symbol + "&interval=" + interval.text();
    }

    /** What only its documents contain. */
    String mark() {
        return "\"symbol\":\"" + symbol + "\"";
    }

    String topic() {
        return candle == null ? Topics.INDICATORS : Topics.FEATURES;
    }

    byte[] key() {
        return symbol.getBytes(StandardCharsets.UTF_8);
    }

    /** A position after everything in the document. */
    long firstPosition() {
        return LayerDocuments.position(HISTORY);
    }

    /** The document as of a position. */
    byte[] value(long asOf) {
        long time = System.currentTimeMillis();
        return candle == null
                ? EnrichedBarJson.write(new EnrichedBar(
                        bar.exchange(),
                        symbol,
                        bar.bar(),
                        bar.closed(),
                        bar.indicators(),
                        asOf,
                        time,
                        bar.partition(),
                        true))
                : EnrichedCandleJson.write(new EnrichedCandle(
                        candle.candle(), candle.features(), asOf, asOf, time, candle.partition(), true, false));
    }

    private static <T> T last(List<T> documents) {
        return documents.get(documents.size() - 1);
    }
}
