package io.cryptolambda.batch.row;

import io.cryptolambda.batch.view.RolledBar;
import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Bars as their own day tells of them, between the passes. */
public final class RolledBarRows {
    static final String DDL = "exchange STRING, symbol STRING, interval STRING, open_time BIGINT, close_time BIGINT, "
            + CandleColumns.MARKET_DDL + ", candles INT" + PositionColumns.ddl("bar") + PositionColumns.ddl("closing");

    /** The columns. */
    public static final StructType SCHEMA = StructType.fromDDL(DDL);

    private RolledBarRows() {}

    /** Writes a row. */
    public static InternalRow write(RolledBar bar) {
        RowWriter row = new RowWriter(SCHEMA.size());
        write(bar, row);
        return row.internalRow();
    }

    /** Reads a row. */
    public static RolledBar read(InternalRow row) {
        return read(new RowReader(row));
    }

    static void write(RolledBar rolled, RowWriter row) {
        Bar bar = rolled.bar();
        row.add(rolled.exchange(), rolled.symbol(), bar.interval().text(), bar.openTime(), bar.closeTime());
        CandleColumns.writeMarket(bar.market(), row);
        row.add(bar.candles());
        PositionColumns.write(rolled.position(), row);
        PositionColumns.write(rolled.closedBy(), row);
    }

    static RolledBar read(RowReader row) {
        String exchange = row.text();
        String symbol = row.text();
        Interval interval = Interval.parse(row.text());
        long openTime = row.longValue();
        long closeTime = row.longValue();
        MarketValues market = CandleColumns.readMarket(row);
        Bar bar = new Bar(interval, openTime, closeTime, market, row.intValue());
        return new RolledBar(exchange, symbol, bar, PositionColumns.read(row), PositionColumns.read(row));
    }
}
