package io.cryptolambda.ingest.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;
import io.cryptolambda.core.json.CandleJson;
import io.cryptolambda.ingest.binance.Kline;
import io.cryptolambda.ingest.binance.KlineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;

/** A kline as the value of the raw topic. */
public sealed interface RawRecord {
    /** UTF-8 JSON. */
    byte[] value();

    /** It keeps the contract. */
    record Valid(byte[] value) implements RawRecord {}

    /** It does not: written all the same, as the exchange printed it, so that it is found among the dead letters. */
    record Invalid(byte[] value, String reason) implements RawRecord {}

    /** The running minute as an event tells it. */
    static RawRecord live(KlineEvent event, String pair) {
        return of(event.kline(), pair, Source.WS, event.eventTime());
    }

    /** @param ingestedAt the exchange's clock, epoch milliseconds UTC */
    static RawRecord of(Kline kline, String pair, Source source, long ingestedAt) {
        try {
            MarketValues market = new MarketValues(
                    new BigDecimal(kline.open()),
                    new BigDecimal(kline.high()),
                    new BigDecimal(kline.low()),
                    new BigDecimal(kline.close()),
                    new BigDecimal(kline.volume()),
                    new BigDecimal(kline.quoteVolume()),
                    kline.trades(),
                    new BigDecimal(kline.takerBuyVolume()),
                    new BigDecimal(kline.takerBuyQuoteVolume()));
            return new Valid(CandleJson.write(new Candle(
                    Feed.EXCHANGE,
                    kline.symbol(),
                    pair,
                    kline.openTime(),
                    kline.closeTime(),
                    market,
                    source,
                    ingestedAt)));
        } catch (IllegalArgumentException e) {
            return new Invalid(asPrinted(kline, pair, source, ingestedAt), String.valueOf(e.getMessage()));
        }
    }

    private static byte[] asPrinted(Kline kline, String pair, Source source, long ingestedAt) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode node = json.createObjectNode()
                .put("schema", 1)
                .put("exchange", Feed.EXCHANGE)
                .put("symbol", kline.symbol())
                .put("pair", pair)
                .put("interval", "1m")
                .put("open_time", kline.openTime())
                .put("close_time", kline.closeTime())
                .put("ts_iso", Instant.ofEpochMilli(kline.openTime()).toString())
                .put("open", kline.open())
                .put("high", kline.high())
                .put("low", kline.low())
                .put("close", kline.close())
                .put("volume", kline.volume())
                .put("quote_volume", kline.quoteVolume())
                .put("trades", kline.trades())
                .put("taker_buy_volume", kline.takerBuyVolume())
                .put("taker_buy_quote_volume", kline.takerBuyQuoteVolume())
                .put("source", source.text())
                .put("ingested_at", ingestedAt);
        try {
            return json.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
