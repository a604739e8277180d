package io.cryptolambda.local.lambda.verify.oracle;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Features;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents as the fields they are served by. */
final class Fields {
    private Fields() {}

    static ExpectedDocument minute(Candle candle, Features features, LoggedCandle newest) {
        Map<String, Object> derived = new LinkedHashMap<>();
        derived.put("log_return_1", features.logReturn1());
        derived.put("volatility_60", features.volatility60());
        derived.put("vwap_60", features.vwap60());
        derived.put("gap_minutes", features.gapMinutes());
        derived.put("lookback", (long) features.lookback());
        derived.put("as_of", newest.position());
        Map<String, Object> row = candle(candle.closeTime(), candle.market(), 1, true, newest);
        return new ExpectedDocument(Interval.ONE_MINUTE, candle.openTime(), row, derived);
    }

    static ExpectedDocument bar(
            Interval interval, NaiveBar bar, boolean closed, Indicators indicators, LoggedCandle newest) {
        Map<String, Object> derived = new LinkedHashMap<>();
        derived.put("sma_20", indicators.sma20());
        derived.put("rsi_14", indicators.rsi14());
        derived.put("as_of", newest.position());
        Map<String, Object> row =
                candle(bar.closeTime(), bar.market(), bar.candles().size(), closed, newest);
        return new ExpectedDocument(interval, bar.openTime(), row, derived);
    }

    private static Map<String, Object> candle(
            long closeTime, MarketValues market, int candles, boolean closed, LoggedCandle newest) {
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
        row.put("as_of", newest.position());
        return row;
    }
}
