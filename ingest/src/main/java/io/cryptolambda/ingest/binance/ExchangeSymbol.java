package io.cryptolambda.ingest.binance;

/** A symbol of the exchange's list. */
public record ExchangeSymbol(String symbol, String status, String baseAsset, String quoteAsset) {
    /** Whether it is traded now. */
    public boolean trading() {
        return status.equals("TRADING");
    }

    /** Such as {@code BTC/USDT}. */
    public String pair() {
        return baseAsset + "/" + quoteAsset;
    }
}
