package io.cryptolambda.bench.pipeline;

import java.io.Serializable;

/** A candle as the Spark job reads it: a bean, as its encoders want it; decimals stay text until they are needed. */
public final class Minute implements Serializable {
    private static final long serialVersionUID = 1L;

    private String symbol;
    private long openTime;
    private String open;
    private String high;
    private String low;
    private String close;
    private String volume;
    private String quoteVolume;
    private long trades;
    private String takerBuyVolume;
    private String takerBuyQuoteVolume;

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public long getOpenTime() {
        return openTime;
    }

    public void setOpenTime(long openTime) {
        this.openTime = openTime;
    }

    public String getOpen() {
        return open;
    }

    public void setOpen(String open) {
        this.open = open;
    }

    public String getHigh() {
        return high;
    }

    public void setHigh(String high) {
        this.high = high;
    }

    public String getLow() {
        return low;
    }

    public void setLow(String low) {
        this.low = low;
    }

    public String getClose() {
        return close;
    }

    public void setClose(String close) {
        this.close = close;
    }

    public String getVolume() {
        return volume;
    }

    public void setVolume(String volume) {
        this.volume = volume;
    }

    public String getQuoteVolume() {
        return quoteVolume;
    }

    public void setQuoteVolume(String quoteVolume) {
        this.quoteVolume = quoteVolume;
    }

    public long getTrades() {
        return trades;
    }

    public void setTrades(long trades) {
        this.trades = trades;
    }

    public String getTakerBuyVolume() {
        return takerBuyVolume;
    }

    public void setTakerBuyVolume(String takerBuyVolume) {
        this.takerBuyVolume = takerBuyVolume;
    }

    public String getTakerBuyQuoteVolume() {
        return takerBuyQuoteVolume;
    }

    public void setTakerBuyQuoteVolume(String takerBuyQuoteVolume) {
        this.takerBuyQuoteVolume = takerBuyQuoteVolume;
    }
}
