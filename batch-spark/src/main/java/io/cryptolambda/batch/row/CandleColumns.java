package io.cryptolambda.batch.row;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.core.Source;

/** The columns of a candle. */
public final class CandleColumns {
    /** The nine market values. */
    public static final String MARKET_DDL =
            """
            open DECIMAL(38,8), high DECIMAL(38,8), low DECIMAL(38,8), close DECIMAL(38,8),
            volume DECIMAL(38,8), quote_volume DECIMAL(38,8), trades BIGINT,
            taker_buy_volume DECIMAL(38,8), taker_buy_quote_volume DECIMAL(38,8)""";

    /** The whole candle. */
    public static final String DDL =
            """
            exchange STRING, symbol STRING, pair STRING, open_time BIGINT, close_time BIGINT,
            """
                    + MARKET_DDL + ", source STRING, ingested_at BIGINT";

    /** Number of columns of the whole candle. */
    public static final int COUNT = 16;

    private CandleColumns() {}

    /** Writes the candle. */
    public static void write(Candle candle, RowWriter row) {
        row.add(candle.exchange(), candle.symbol(), candle.pair(), candle.openTime(), candle.closeTime());
        writeMarket(candle.market(), row);
        row.add(candle.source().text(), candle.ingestedAt());
    }

    /** Writes the nine market values. */
    public static void writeMarket(MarketValues market, RowWriter row) {
        row.add(market.open(), market.high(), market.low(), market.close(), market.volume(), market.quoteVolume());
        row.add(market.trades(), market.takerBuyVolume(), market.takerBuyQuoteVolume());
    }

    /** Reads a candle. */
    public static Candle read(RowReader row) {
        return new Candle(
                row.text(),
                row.text(),
                row.text(),
                row.longValue(),
                row.longValue(),
                readMarket(row),
                Source.parse(row.text()),
                row.longValue());
    }

    /** Reads the nine market values. */
    public static MarketValues readMarket(RowReader row) {
        return new MarketValues(
                row.decimal(),
                row.decimal(),
                row.decimal(),
                row.decimal(),
                row.decimal(),
                row.decimal(),
                row.longValue(),
                row.decimal(),
                row.decimal());
    }
}
