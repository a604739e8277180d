package io.cryptolambda.batch.columnar;

import io.cryptolambda.core.MarketValues;
import java.util.Arrays;
import java.util.List;

/** The nine market values of neighbouring rows, with the times that come with them. */
public class MarketColumns {
    final DecimalColumn open;
    final DecimalColumn high;
    final DecimalColumn low;
    final DecimalColumn close;
    final DecimalColumn volume;
    final DecimalColumn quoteVolume;
    final DecimalColumn takerBuyVolume;
    final DecimalColumn takerBuyQuoteVolume;
    long[] openTime;
    long[] closeTime;
    long[] trades;
    int size;

    MarketColumns(int capacity) {
        open = new DecimalColumn(capacity);
        high = new DecimalColumn(capacity);
        low = new DecimalColumn(capacity);
        close = new DecimalColumn(capacity);
        volume = new DecimalColumn(capacity);
        quoteVolume = new DecimalColumn(capacity);
        takerBuyVolume = new DecimalColumn(capacity);
        takerBuyQuoteVolume = new DecimalColumn(capacity);
        openTime = new long[capacity];
        closeTime = new long[capacity];
        trades = new long[capacity];
    }

    /** Makes room for {@code rows} rows, keeping what is there. */
    void ensure(int rows) {
        if (rows <= openTime.length) {
            return;
        }
        for (DecimalColumn column : decimals()) {
            column.ensure(rows);
        }
        openTime = Arrays.copyOf(openTime, rows);
        closeTime = Arrays.copyOf(closeTime, rows);
        trades = Arrays.copyOf(trades, rows);
    }

    /** The market values of a row. */
    MarketValues market(int row) {
        return new MarketValues(
                open.decimal(row),
                high.decimal(row),
                low.decimal(row),
                close.decimal(row),
                volume.decimal(row),
                quoteVolume.decimal(row),
                trades[row],
                takerBuyVolume.decimal(row),
                takerBuyQuoteVolume.decimal(row));
    }

    /** Equal in the contract's sense: same close time and market values. */
    boolean sameValues(int row, MarketColumns other, int otherRow) {
        return closeTime[row] == other.closeTime[otherRow]
                && trades[row] == other.trades[otherRow]
                && open.sameAt(row, other.open, otherRow)
                && high.sameAt(row, other.high, otherRow)
                && low.sameAt(row, other.low, otherRow)
                && close.sameAt(row, other.close, otherRow)
                && volume.sameAt(row, other.volume, otherRow)
                && quoteVolume.sameAt(row, other.quoteVolume, otherRow)
                && takerBuyVolume.sameAt(row, other.takerBuyVolume, otherRow)
                && takerBuyQuoteVolume.sameAt(row, other.takerBuyQuoteVolume, otherRow);
    }

    /** Overwrites a row. */
    void copy(int row, MarketColumns from, int fromRow) {
        openTime[row] = from.openTime[fromRow];
        closeTime[row] = from.closeTime[fromRow];
        trades[row] = from.trades[fromRow];
        open.copy(row, from.open, fromRow);
        high.copy(row, from.high, fromRow);
        low.copy(row, from.low, fromRow);
        close.copy(row, from.close, fromRow);
        volume.copy(row, from.volume, fromRow);
        quoteVolume.copy(row, from.quoteVolume, fromRow);
        takerBuyVolume.copy(row, from.takerBuyVolume, fromRow);
        takerBuyQuoteVolume.copy(row, from.takerBuyQuoteVolume, fromRow);
    }

    /** Open, high, low, close, volume, quote volume, and the taker's two. */
    public List<DecimalColumn> decimals() {
        return List.of(open, high, low, close, volume, quoteVolume, takerBuyVolume, takerBuyQuoteVolume);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Number of trades. */
    public long trades(int row) {
        return trades[row];
    }
}
