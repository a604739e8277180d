package io.cryptolambda.batch.row;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The view {@code bars}: bars of all rolled-up intervals with indicators. */
public final class EnrichedBarRows {
    /** The columns. {@code month} is the open time's, as {@code 2024-01}. */
    public static final StructType SCHEMA = StructType.fromDDL(
            """
            exchange STRING, symbol STRING, interval STRING, open_time BIGINT, close_time BIGINT,
            """
                    + CandleColumns.MARKET_DDL
                    + """
            , candles INT, closed BOOLEAN"""
                    + DoubleColumns.ddl(Arrays.stream(Indicator.values()).map(Indicator::text))
                    + """
            , as_of BIGINT, as_of_time BIGINT, partition INT, complete BOOLEAN,
            run_id STRING, month STRING""");

    private static final Indicator[] INDICATORS = Indicator.values();

    private EnrichedBarRows() {}

    /** Writes a row of the run {@code runId}. */
    public static Row write(EnrichedBar enriched, String runId) {
        Bar bar = enriched.bar();
        RowWriter row = new RowWriter(SCHEMA.size());
        row.add(enriched.exchange(), enriched.symbol(), bar.interval().text(), bar.openTime(), bar.closeTime());
        CandleColumns.writeMarket(bar.market(), row);
        row.add(bar.candles(), enriched.closed());
        for (Indicator indicator : INDICATORS) {
            row.addDouble(enriched.indicators().get(indicator));
        }
        row.add(enriched.asOf(), enriched.asOfTime(), enriched.partition(), enriched.complete());
        return row.add(runId, Indices.month(bar.openTime())).row();
    }

    /** Reads a row. */
    public static EnrichedBar read(Row row) {
        RowReader reader = new RowReader(row);
        String exchange = reader.text();
        String symbol = reader.text();
        Interval interval = Interval.parse(reader.text());
        long openTime = reader.longValue();
        long closeTime = reader.longValue();
        var market = CandleColumns.readMarket(reader);
        Bar bar = new Bar(interval, openTime, closeTime, market, reader.intValue());
        return new EnrichedBar(
                exchange,
                symbol,
                bar,
                reader.bool(),
                new Indicators(reader.doubles(INDICATORS.length)),
                reader.longValue(),
                reader.longValue(),
                reader.intValue(),
                reader.bool());
    }
}
