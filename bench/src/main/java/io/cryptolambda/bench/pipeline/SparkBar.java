package io.cryptolambda.bench.pipeline;

import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/** A running bar, with the closes that {@code sma_20} needs beside its own. */
final class SparkBar implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LENGTH = 20;

    private long openTime;
    private BigDecimal open;
    private BigDecimal high;
    private BigDecimal low;
    private BigDecimal close;
    private BigDecimal volume;
    private BigDecimal quoteVolume;
    private long trades;
    private BigDecimal takerBuyVolume;
    private BigDecimal takerBuyQuoteVolume;
    private int candles;
    private double[] closesBefore;

    /** @param before the bar before it, null if this is the first */
    static SparkBar begin(long openTime, Minute minute, SparkBar before) {
        SparkBar bar = new SparkBar();
        bar.openTime = openTime;
        bar.open = new BigDecimal(minute.getOpen());
        bar.high = new BigDecimal(minute.getHigh());
        bar.low = new BigDecimal(minute.getLow());
        bar.close = new BigDecimal(minute.getClose());
        bar.volume = new BigDecimal(minute.getVolume());
        bar.quoteVolume = new BigDecimal(minute.getQuoteVolume());
        bar.trades = minute.getTrades();
        bar.takerBuyVolume = new BigDecimal(minute.getTakerBuyVolume());
        bar.takerBuyQuoteVolume = new BigDecimal(minute.getTakerBuyQuoteVolume());
        bar.candles = 1;
        bar.closesBefore = before == null ? new double[0] : before.closes(LENGTH - 1);
        return bar;
    }

    long openTime() {
        return openTime;
    }

    void add(Minute minute) {
        high = high.max(new BigDecimal(minute.getHigh()));
        low = low.min(new BigDecimal(minute.getLow()));
        close = new BigDecimal(minute.getClose());
        volume = volume.add(new BigDecimal(minute.getVolume()));
        quoteVolume = quoteVolume.add(new BigDecimal(minute.getQuoteVolume()));
        trades += minute.getTrades();
        takerBuyVolume = takerBuyVolume.add(new BigDecimal(minute.getTakerBuyVolume()));
        takerBuyQuoteVolume = takerBuyQuoteVolume.add(new BigDecimal(minute.getTakerBuyQuoteVolume()));
        candles++;
    }

    SparkDocument document(String symbol, Interval interval) {
        StringBuilder json = new StringBuilder(400)
                .append("{\"symbol\":\"")
                .append(symbol)
                .append("\",\"interval\":\"")
                .append(interval.text())
                .append("\",\"open_time\":")
                .append(openTime);
        text(json, "open", open);
        text(json, "high", high);
        text(json, "low", low);
        text(json, "close", close);
        text(json, "volume", volume);
        text(json, "quote_volume", quoteVolume);
        text(json, "taker_buy_volume", takerBuyVolume);
        text(json, "taker_buy_quote_volume", takerBuyQuoteVolume);
        json.append(",\"trades\":").append(trades);
        if (interval != Interval.ONE_MINUTE) {
            json.append(",\"candles\":").append(candles);
        }
        double[] closes = closes(LENGTH);
        if (closes.length == LENGTH) {
            json.append(",\"sma_20\":").append(Arrays.stream(closes).sum() / LENGTH);
        }
        return SparkDocument.of(
                Side.SPARK.index(interval, openTime),
                Indices.documentId(symbol, interval, openTime),
                symbol,
                json.append('}').toString());
    }

    /** The last closes up to this one's, at most {@code count}. */
    private double[] closes(int count) {
        int from = Math.max(0, closesBefore.length + 1 - count);
        double[] closes = Arrays.copyOfRange(closesBefore, from, closesBefore.length + 1);
        closes[closes.length - 1] = close.doubleValue();
        return closes;
    }

    private static void text(StringBuilder json, String name, BigDecimal value) {
        json.append(",\"")
                .append(name)
                .append("\":\"")
                .append(value.toPlainString())
                .append('"');
    }
}
