package io.cryptolambda.batch.master;

import io.cryptolambda.batch.columnar.Decimal128;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.MarketValues;
import org.apache.parquet.io.api.Binary;

/**
 * A record that tells of a candle, in as little memory as it takes: a file's worth of them waits to be sorted.
 *
 * @param generation generation of the raw topic
 * @param appendTime the broker's, epoch milliseconds UTC
 * @param decimals the eight decimals in the order of their columns, as {@link Decimal128} writes them
 */
record CandleRow(
        int generation,
        int partition,
        long offset,
        long appendTime,
        Binary exchange,
        Binary symbol,
        Binary pair,
        long openTime,
        long closeTime,
        byte[] decimals,
        long trades,
        Binary source,
        long ingestedAt)
        implements LogRow {
    private static final int BEFORE_TRADES = 6;
    private static final int DECIMALS = 8;

    /** @param names gives equal texts the same bytes */
    static CandleRow of(int generation, LogRecord record, Candle candle, Names names) {
        return new CandleRow(
                generation,
                record.partition(),
                record.offset(),
                record.appendTime(),
                names.of(candle.exchange()),
                names.of(candle.symbol()),
                names.of(candle.pair()),
                candle.openTime(),
                candle.closeTime(),
                decimals(candle.market()),
                candle.market().trades(),
                names.of(candle.source().text()),
                candle.ingestedAt());
    }

    @Override
    public void write(ParquetFields fields) {
        fields.add(generation).add(partition).add(offset).add(KnowledgePosition.of(generation, offset));
        // The key is the symbol: a record of another key breaks the contract.
        fields.add(appendTime).add(symbol);
        fields.add(exchange).add(symbol).add(pair).add(openTime).add(closeTime);
        for (int i = 0; i < BEFORE_TRADES; i++) {
            fields.add(decimal(i));
        }
        fields.add(trades);
        for (int i = BEFORE_TRADES; i < DECIMALS; i++) {
            fields.add(decimal(i));
        }
        fields.add(source).add(ingestedAt).skip(2).add(MasterColumns.OF_THE_LOG);
    }

    private Binary decimal(int index) {
        return Binary.fromConstantByteArray(decimals, index * Decimal128.BYTES, Decimal128.BYTES);
    }

    private static byte[] decimals(MarketValues market) {
        byte[] bytes = new byte[DECIMALS * Decimal128.BYTES];
        Decimal128.put(market.open(), bytes, 0);
        Decimal128.put(market.high(), bytes, Decimal128.BYTES);
        Decimal128.put(market.low(), bytes, 2 * Decimal128.BYTES);
        Decimal128.put(market.close(), bytes, 3 * Decimal128.BYTES);
        Decimal128.put(market.volume(), bytes, 4 * Decimal128.BYTES);
        Decimal128.put(market.quoteVolume(), bytes, 5 * Decimal128.BYTES);
        Decimal128.put(market.takerBuyVolume(), bytes, 6 * Decimal128.BYTES);
        Decimal128.put(market.takerBuyQuoteVolume(), bytes, 7 * Decimal128.BYTES);
        return bytes;
    }
}
