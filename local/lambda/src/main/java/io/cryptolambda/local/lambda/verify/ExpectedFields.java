package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.Feature;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.oracle.NaiveOracle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The oracle's documents as the fields they are served by. */
public final class ExpectedFields {
    private ExpectedFields() {}

    /** All documents of {@code interval} in open-time order, computed as they are taken. */
    public static Stream<ExpectedDocument> of(NaiveOracle oracle, Interval interval) {
        return interval == Interval.ONE_MINUTE
                ? oracle.candles().map(ExpectedFields::of)
                : oracle.bars(interval).map(ExpectedFields::of);
    }

    /**
     * One document.
     *
     * @param openTime epoch milliseconds UTC
     */
    public static Optional<ExpectedDocument> of(NaiveOracle oracle, Interval interval, long openTime) {
        return interval == Interval.ONE_MINUTE
                ? oracle.candle(openTime).map(ExpectedFields::of)
                : oracle.bar(interval, openTime).map(ExpectedFields::of);
    }

    static ExpectedDocument of(EnrichedCandle document) {
        Map<String, Object> derived = new LinkedHashMap<>();
        Features features = document.features();
        for (Feature feature : Feature.values()) {
            derived.put(feature.text(), orNull(features.get(feature)));
        }
        derived.put("gap_minutes", features.gapMinutes());
        derived.put("lookback", (long) features.lookback());
        derived.put("as_of", document.asOf());
        Map<String, Object> row =
                candle(document.candle().closeTime(), document.candle().market(), 1, true, document.asOf());
        return new ExpectedDocument(Interval.ONE_MINUTE, document.candle().openTime(), row, derived);
    }

    static ExpectedDocument of(EnrichedBar document) {
        Map<String, Object> derived = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.values()) {
            derived.put(indicator.text(), orNull(document.indicators().get(indicator)));
        }
        derived.put("as_of", document.asOf());
        Map<String, Object> row = candle(
                document.bar().closeTime(),
                document.bar().market(),
                document.bar().candles(),
                document.closed(),
                document.asOf());
        return new ExpectedDocument(document.bar().interval(), document.bar().openTime(), row, derived);
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Map<String, Object> candle(
            long closeTime, MarketValues market, int candles, boolean closed, long asOf) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("close_time", closeTime);
        row.put("open", market.open().toPlainString());
        row.put("high", market.high().toPlainString());
        row.put("low", market.low().toPlainString());
        row.put("close", market.close().toPlainString());
        row.put("volume", market.volume().toPlainString());
        row.put("quote_volume", market.quoteVolume().toPlainString());
        row.put("trades", market.trades());
        row.put("taker_buy_volume", market.takerBuyVolume().toPlainString());
        row.put("taker_buy_quote_volume", market.takerBuyQuoteVolume().toPlainString());
        row.put("candles", (long) candles);
        row.put("closed", closed);
        row.put("as_of", asOf);
        return row;
    }
}
